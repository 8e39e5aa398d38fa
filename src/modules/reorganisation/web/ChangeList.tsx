import { useState } from 'react'
import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import CircleCheck from 'lucide-react/icons/circle-check'
import Ellipsis from 'lucide-react/icons/ellipsis'
import Pencil from 'lucide-react/icons/pencil'
import Plus from 'lucide-react/icons/plus'
import Trash2 from 'lucide-react/icons/trash-2'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import { Button } from '#ui/Button'
import { Empty } from '#ui/Empty'
import { Icon } from '#ui/Icon'
import { IconButton } from '#ui/IconButton'
import { Menu } from '#ui/Menu'
import { Spinner } from '#ui/Spinner'
import { later } from '#web/later'
import { useCommand, useRead } from '#web/query'
import { useWords } from '#web/words'
import { routes, type DraftChange, type DraftDetail, type RowProblem } from '../contract.ts'
import { capital } from './capital.ts'

const ChangeSheet = later(async () => (await import('./ChangeSheet.tsx')).ChangeSheet)

/** The changes in their order, each with what is in its way. */
export function ChangeList({ draft }: { draft: DraftDetail }) {
  const t = useWords('reorganisation')
  const [open, setOpen] = useState<{ changeId: string | null } | null>(null)
  const isOpen = draft.state === 'planning' || draft.state === 'submitted' || draft.state === 'approved'
  const check = useRead(
    routes.checkDraft,
    { draftId: draft.id },
    { keep: true, when: isOpen && draft.changes.length > 0 },
  )
  const problems = check.data?.problems ?? []
  const add = draft.may.edit && (
    <Button
      icon={Plus}
      variant={draft.changes.length === 0 ? 'primary' : 'secondary'}
      onPress={() => setOpen({ changeId: null })}
    >
      {t('draft.addChange')}
    </Button>
  )
  return (
    <div className="flex flex-col gap-3">
      {draft.changes.length === 0 ? (
        <Empty title={t('draft.noChanges')} description={t('draft.noChangesNote')} action={add} />
      ) : (
        <>
          <div className="flex flex-wrap items-center justify-between gap-3">
            <CheckLine problems={problems} isChecking={check.isFetching} isOpen={isOpen} />
            {add}
          </div>
          <ol className="flex flex-col divide-y divide-line rounded-lg border border-line bg-surface">
            {draft.changes.map((change, at) => (
              <ChangeRow
                key={change.id}
                draft={draft}
                change={change}
                at={at}
                problems={problems.filter((problem) => problem.changeId === change.id)}
                onEdit={() => setOpen({ changeId: change.id })}
              />
            ))}
          </ol>
        </>
      )}
      {open && <ChangeSheet draft={draft} changeId={open.changeId} onClose={() => setOpen(null)} />}
    </div>
  )
}

function CheckLine(props: { problems: readonly RowProblem[]; isChecking: boolean; isOpen: boolean }) {
  const t = useWords('reorganisation')
  if (!props.isOpen) return <span />
  const count = props.problems.length
  return (
    <p role="status" className="flex flex-wrap items-center gap-x-2 gap-y-1">
      {count > 0 ? (
        <span className="flex items-center gap-1.5 font-medium text-red-text">
          <Icon as={TriangleAlert} />
          {t('draft.problems', { count })}
        </span>
      ) : (
        <span className="flex items-center gap-1.5 font-medium text-green-text">
          <Icon as={CircleCheck} />
          {t('draft.sound')}
        </span>
      )}
      <span className="text-sm text-muted">{count > 0 ? t('draft.problemsNote') : t('draft.soundNote')}</span>
      {props.isChecking && <Spinner size={16} label={t('draft.checking')} />}
    </p>
  )
}

type ChangeRowProps = {
  draft: DraftDetail
  change: DraftChange
  at: number
  problems: readonly RowProblem[]
  onEdit: () => void
}

function ChangeRow({ draft, change, at, problems, onEdit }: ChangeRowProps) {
  const t = useWords('reorganisation')
  return (
    <li className="flex items-start gap-3 px-4 py-3">
      <span className="mt-px w-6 shrink-0 text-right text-muted tabular-nums">{at + 1}</span>
      <div className="min-w-0 flex-1">
        <p className="break-words">{change.sentence}</p>
        {problems.map((problem) => (
          <p key={problem.sentence} className="mt-1 flex items-start gap-1.5 text-sm text-red-text">
            <span className="mt-0.5">
              <Icon as={TriangleAlert} size={14} />
            </span>
            {capital(problem.sentence)}
          </p>
        ))}
      </div>
      {draft.may.edit && (
        <>
          <IconButton icon={Pencil} label={t('draft.editChange', { row: at + 1 })} onPress={onEdit} />
          <RowMenu draft={draft} change={change} at={at} />
        </>
      )}
    </li>
  )
}

function RowMenu({ draft, change, at }: Pick<ChangeRowProps, 'draft' | 'change' | 'at'>) {
  const t = useWords('reorganisation')
  const known = { draftId: draft.id, version: draft.version }
  const add = useCommand(routes.addChange)
  const order = useCommand(routes.orderChanges)
  const remove = useCommand(routes.removeChange, {
    done: t('draft.removed'),
    // comes back at the end; one more move brings it to its place
    undo: ({ version }) => add.run({ draftId: draft.id, version, change: change.change }),
  })
  const ids = draft.changes.map((one) => one.id)
  const swap = (to: number) => {
    const changeIds = ids.toSpliced(at, 1).toSpliced(to, 0, change.id)
    order.run({ ...known, changeIds })
  }
  const entries = [
    { id: 'up', title: t('draft.up'), icon: ArrowUp, isDisabled: at === 0, onAction: () => swap(at - 1) },
    {
      id: 'down',
      title: t('draft.down'),
      icon: ArrowDown,
      isDisabled: at === ids.length - 1,
      onAction: () => swap(at + 1),
    },
  ]
  const last = [
    {
      id: 'remove',
      title: t('draft.remove'),
      icon: Trash2,
      isDanger: true,
      onAction: () => remove.run({ ...known, changeId: change.id }),
    },
  ]
  return (
    <Menu
      label={t('draft.rowMenu', { row: at + 1 })}
      groups={[{ items: entries }, { items: last }]}
      placement="bottom end"
    >
      <IconButton icon={Ellipsis} label={t('draft.rowMenu', { row: at + 1 })} />
    </Menu>
  )
}
