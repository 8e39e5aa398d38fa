import Target from 'lucide-react/icons/target'
import { Empty } from '#ui/Empty'
import { Page } from '#web/page'
import { useSession } from '#web/session'
import { useWords } from '#web/words'
import { FiguresPage } from './FiguresPage.tsx'

/** My own figures, before anybody above sees them. */
export default function MyFiguresScreen() {
  const t = useWords('indicators')
  const title = t('menu.myFigures')
  const isPerson = useSession().account?.personId != null
  if (isPerson)
    return <FiguresPage personId="me" title={() => title} note={<p className="text-muted">{t('mine.note')}</p>} />
  return (
    <Page title={title}>
      <Empty icon={Target} title={t('mine.noPerson')} />
    </Page>
  )
}
