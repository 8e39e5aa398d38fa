import type { MyTask, RequestDetail } from '../../../contract.ts'
import type { Act } from '../use-act.ts'
import type { WorkState } from '../use-work.ts'
import { AddSignDialog } from './AddSignDialog.tsx'
import { CopyDialog } from './CopyDialog.tsx'
import { PersonDialog } from './PersonDialog.tsx'
import { ReasonDialog } from './ReasonDialog.tsx'
import { RelocateDialog } from './RelocateDialog.tsx'
import { ReturnDialog } from './ReturnDialog.tsx'

export type DeedKind =
  | 'return'
  | 'transfer'
  | 'add-sign'
  | 'ask'
  | 'copy'
  | 'withdraw'
  | 'revoke'
  | 'cancel'
  | 'relocate'

export type DeedDialogProps = {
  kind: DeedKind
  request: RequestDetail
  task: MyTask | undefined
  act: Act
  work: WorkState
  onClose: () => void
}
export type TaskDeedProps = Omit<DeedDialogProps, 'task'> & { task: MyTask }

/** What else has to be said for a deed: whom, where to, why. */
export function DeedDialog(props: DeedDialogProps) {
  const { kind, task } = props
  if (kind === 'withdraw' || kind === 'revoke' || kind === 'cancel') return <ReasonDialog {...props} kind={kind} />
  if (kind === 'relocate') return <RelocateDialog {...props} />
  if (!task) return null
  if (kind === 'return') return <ReturnDialog {...props} task={task} />
  if (kind === 'add-sign') return <AddSignDialog {...props} task={task} />
  if (kind === 'copy') return <CopyDialog {...props} task={task} />
  return <PersonDialog {...props} kind={kind} task={task} />
}
