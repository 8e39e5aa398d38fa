import { Page } from '#web/page'
import { useWords } from '#web/words'

export default function RequestScreen() {
  const t = useWords('flow')
  return <Page title={t('menu.request')}>{null}</Page>
}
