import { Page } from '#web/page'
import { useWords } from '#web/words'

export default function OverlapScreen() {
  const t = useWords('overlap')
  return <Page title={t('menu.overlap')}>{null}</Page>
}
