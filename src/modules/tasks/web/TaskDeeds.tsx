import { useState } from 'react'
import Ellipsis from 'lucide-react/icons/ellipsis'
import { IconButton } from '#ui/IconButton'
import { Menu, type MenuEntry } from '#ui/Menu'
import { later } from '#web/later'
import { useWords } from '#web/words'
import type { TaskDetail } from '../contract.ts'

const CancelTask = later(async () => (await import('./CancelTask.tsx')).CancelTask)
const SettleTask = later(async () => (await import('./SettleTask.tsx')).SettleTask)
const PleadSheet = later(async () => (await import('./PleadSheet.tsx')).PleadSheet)
const HandOverTask = later(async () => (await import('./MoveSheet.tsx')).HandOverTask)
const ExtendTask = later(async () => (await import('./MoveSheet.tsx')).ExtendTask)

type Deed = 'plead' | 'hand-over' | 'extend' | 'settle' | 'cancel'

/** All one may do with a task besides handing it in. */
export function TaskDeeds({ task }: { task: TaskDetail }) {
  const t = useWords('tasks')
  const [doing, setDoing] = useState<Deed | null>(null)
  const close = () => setDoing(null)
  const entry = (id: Deed, title: string, may: boolean, isDanger = false): MenuEntry[] =>
    may ? [{ id, title, isDanger, onAction: () => setDoing(id) }] : []
  const entries = [
    ...entry('plead', t('plea.title'), task.canPlead),
    ...entry('hand-over', t('move.handOver'), task.canHandOver),
    ...entry('extend', t('move.extend'), task.canExtend),
    ...entry('settle', t('settle.deed'), task.canSettle),
    ...entry('cancel', t('cancel.deed'), task.canCancel, true),
  ]
  if (entries.length === 0) return null
  return (
    <>
      <Menu label={t('move.deeds')} groups={[{ items: entries }]} placement="bottom end">
        <IconButton icon={Ellipsis} label={t('move.deeds')} variant="secondary" />
      </Menu>
      {doing === 'plead' && <PleadSheet task={task} onClose={close} />}
      {doing === 'hand-over' && <HandOverTask task={task} onClose={close} />}
      {doing === 'extend' && <ExtendTask task={task} onClose={close} />}
      {doing === 'settle' && <SettleTask task={task} onClose={close} />}
      {doing === 'cancel' && <CancelTask task={task} onClose={close} />}
    </>
  )
}
