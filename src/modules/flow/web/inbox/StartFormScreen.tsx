import { Page } from '#web/page'
import { useWords } from '#web/words'

export default function StartFormScreen() {
  const t = useWords('flow')
  return <Page title={t('menu.startForm')}>{null}</Page>
}
