import { Page } from '#web/page'
import { useWords } from '#web/words'

export default function InboxScreen() {
  const t = useWords('flow')
  return <Page title={t('menu.inbox')}>{null}</Page>
}
