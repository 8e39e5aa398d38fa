import { Page } from '#web/page'
import { useWords } from '#web/words'

export default function StartScreen() {
  const t = useWords('flow')
  return <Page title={t('menu.start')}>{null}</Page>
}
