import { useState } from 'react'
import Ellipsis from 'lucide-react/icons/ellipsis'
import { Button } from '#ui/Button'
import { IconButton } from '#ui/IconButton'
import { Menu } from '#ui/Menu'
import { hrefTo, useGo } from '#web/links'
import { later } from '#web/later'
import { usePhone } from '#web/page'
import { useCommand } from '#web/query'
import { useWords } from '#web/words'
import { routes, type MyTask, type RequestDetail } from '../../contract.ts'
import { manifest } from '../../manifest.ts'
import type { DeedKind } from './deeds/DeedDialog.tsx'
import { deedGroups } from './deed-groups.ts'
import type { Act } from './use-act.ts'
import type { Decision } from './use-decision.ts'

const DeedDialog = later(async () => (await import('./deeds/DeedDialog.tsx')).DeedDialog)
const PaperDialog = later(async () => (await import('./PaperDialog.tsx')).PaperDialog)

type Props = { request: RequestDetail; task: MyTask | undefined; act: Act; decision: Decision }

/** All else one may do to a request. */
export function MoreDeeds({ request, task, act, decision }: Props) {
  const t = useWords('flow')
  const go = useGo()
  const isPhone = usePhone()
  const [open, setOpen] = useState<DeedKind | 'print' | null>(null)
  const discard = useCommand(routes.discardRequest, {
    done: t('request.done.discard'),
    onDone: () => go(hrefTo(manifest, 'inbox', {}, { box: 'started' })),
  })
  const groups = deedGroups({
    request,
    task,
    t,
    open: setOpen,
    run: act.run,
    save: decision.save,
    discard: () => discard.run({ requestId: request.id }),
  })
  // What is done most on a to-do stands open on the desk; the rest in the menu.
  const quick = task && !isPhone ? (groups[0]?.items.slice(0, 2) ?? []) : []
  const rest = groups
    .map((group) => ({ ...group, items: group.items.filter((item) => !quick.includes(item)) }))
    .filter(({ items }) => items.length > 0)
  return (
    <>
      {quick.map((item) => (
        <Button key={item.id} {...(item.icon ? { icon: item.icon } : {})} onPress={item.onAction}>
          {item.title}
        </Button>
      ))}
      {rest.length > 0 && (
        <Menu label={t('request.more')} groups={rest} placement="bottom end">
          {isPhone ? (
            <IconButton icon={Ellipsis} label={t('request.more')} />
          ) : (
            <Button icon={Ellipsis}>{t('request.more')}</Button>
          )}
        </Menu>
      )}
      {open === 'print' && <PaperDialog request={request} onClose={() => setOpen(null)} />}
      {open && open !== 'print' && (
        <DeedDialog
          kind={open}
          request={request}
          task={task}
          act={act}
          work={decision.work}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  )
}
