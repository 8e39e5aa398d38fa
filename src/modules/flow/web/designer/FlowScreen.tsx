import { Page } from '#web/page'
import { useWords } from '#web/words'

export default function FlowScreen() {
  const t = useWords('flow')
  return <Page title={t('menu.flow')}>{null}</Page>
}
