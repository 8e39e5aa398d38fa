import Plus from 'lucide-react/icons/plus'
import { LinkButton } from '#ui/Button'
import { IconButton } from '#ui/IconButton'
import { Tabs } from '#ui/Tabs'
import { hrefTo, useGo, useSearch } from '#web/links'
import { Page, usePhone } from '#web/page'
import { useRead } from '#web/query'
import { useMay } from '#web/session'
import { useWords } from '#web/words'
import { routes, type Box, type InboxCounts } from '../../contract.ts'
import { manifest } from '../../manifest.ts'
import { boxes } from './inbox-filters.ts'
import { InboxBox } from './InboxBox.tsx'

/** What waits for me, what I did, what I asked for and what I was sent. */
export default function InboxScreen() {
  const t = useWords('flow')
  const may = useMay()
  const [{ box }, setSearch] = useSearch({ box: 'todo' })
  const shown = boxes.find((one) => one === box) ?? 'todo'
  const counts = useRead(routes.inboxCounts, {})
  return (
    <Page title={t('menu.inbox')} actions={may('flow.start') && <Start />}>
      <Tabs
        label={t('inbox.boxes')}
        value={shown}
        onChange={(next) => setSearch({ box: next })}
        items={boxes.map((one) => ({
          id: one,
          title: t(`inbox.box.${one}`),
          ...countOf(one, counts.data),
          content: one === shown && <InboxBox key={one} box={one} counts={counts.data} />,
        }))}
      />
    </Page>
  )
}

function Start() {
  const t = useWords('flow')
  const go = useGo()
  const href = hrefTo(manifest, 'start')
  if (usePhone()) return <IconButton icon={Plus} label={t('inbox.start')} onPress={() => go(href)} />
  return (
    <LinkButton variant="primary" icon={Plus} href={href}>
      {t('inbox.start')}
    </LinkButton>
  )
}

function countOf(box: Box, counts: InboxCounts | undefined): { count?: number } {
  if (!counts || box === 'done') return {}
  if (box === 'todo') return { count: counts.todo + counts.offered }
  return { count: box === 'started' ? counts.running + counts.drafts : counts.unreadCopies }
}
