import { Page } from '#web/page'
import { useWords } from '#web/words'

export default function DraftScreen() {
  const t = useWords('reorganisation')
  return <Page title={t('title')}>{null}</Page>
}
