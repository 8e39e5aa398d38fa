import { Page } from '#web/page'
import { useWords } from '#web/words'

export default function FlowsScreen() {
  const t = useWords('flow')
  return <Page title={t('menu.flows')}>{null}</Page>
}
