import Ban from 'lucide-react/icons/ban'
import CornerUpLeft from 'lucide-react/icons/corner-up-left'
import Eye from 'lucide-react/icons/eye'
import Hand from 'lucide-react/icons/hand'
import MessageSquare from 'lucide-react/icons/message-square'
import Move from 'lucide-react/icons/move-vertical'
import Printer from 'lucide-react/icons/printer'
import RotateCcw from 'lucide-react/icons/rotate-ccw'
import Save from 'lucide-react/icons/save'
import Trash from 'lucide-react/icons/trash-2'
import Undo from 'lucide-react/icons/undo-2'
import UserMinus from 'lucide-react/icons/user-minus'
import UserPlus from 'lucide-react/icons/user-plus'
import UserRoundCheck from 'lucide-react/icons/user-round-check'
import type { IconShape } from '#ui/Icon'
import type { MenuEntry, MenuGroup } from '#ui/Menu'
import type { Say } from '#web/words'
import type { MyTask, RequestDetail } from '../../contract.ts'
import type { DeedKind } from './deeds/DeedDialog.tsx'
import type { Act } from './use-act.ts'

type Given = {
  request: RequestDetail
  task: MyTask | undefined
  t: Say
  open: (kind: DeedKind | 'print') => void
  run: Act['run']
  save: () => void
  discard: () => void
}

/** What is allowed now: on my task, on my request, and for administrators. */
export function deedGroups(given: Given): MenuGroup[] {
  const { request, t, open } = given
  const paper: MenuEntry = { id: 'print', title: t('request.act.print'), icon: Printer, onAction: () => open('print') }
  return [
    { items: onTask(given) },
    { items: [...onRequest(given), ...(request.status === 'draft' ? [] : [paper])] },
    { title: t('request.forAdministrators'), items: forAdministrators(given) },
  ].filter(({ items }) => items.length > 0)
}

function onTask({ task, t, open, run, save }: Given): MenuEntry[] {
  if (!task) return []
  const { may } = task
  const entry = (id: DeedKind, icon: IconShape): MenuEntry => ({
    id,
    title: t(`request.act.${id}`),
    icon,
    onAction: () => open(id),
  })
  return [
    ...(may.return && task.returns.length > 0 ? [entry('return', CornerUpLeft)] : []),
    ...(may.transfer ? [entry('transfer', UserRoundCheck)] : []),
    ...(may.addSign ? [entry('add-sign', UserPlus)] : []),
    ...(may.ask ? [entry('ask', MessageSquare)] : []),
    ...(may.copy ? [entry('copy', Eye)] : []),
    ...(may.approve || may.answer || may.submit
      ? [{ id: 'save', title: t('request.act.save'), icon: Save, onAction: save }]
      : []),
    ...(may.unclaim
      ? [
          {
            id: 'unclaim',
            title: t('request.act.unclaim'),
            icon: Hand,
            onAction: () => run({ do: 'unclaim', task: task.id }),
          },
        ]
      : []),
    ...task.added.map((one) => ({
      id: `remove-${one.task}`,
      title: t('request.act.removeSign', { name: one.person.name }),
      icon: UserMinus,
      onAction: () => run({ do: 'remove-sign', task: one.task }),
    })),
  ]
}

function onRequest({ request, task, t, open, run, save, discard }: Given): MenuEntry[] {
  const { may } = request
  return [
    ...(may.save && !task ? [{ id: 'save', title: t('request.act.save'), icon: Save, onAction: save }] : []),
    ...may.takeBack.map((step) => ({
      id: `take-back-${step.id}`,
      title: t('request.act.takeBack', { step: step.name }),
      icon: Undo,
      onAction: () => run({ do: 'take-back', node: step.id }),
    })),
    ...(may.withdraw
      ? [{ id: 'withdraw', title: t('request.act.withdraw'), icon: RotateCcw, onAction: () => open('withdraw') }]
      : []),
    ...(may.revoke
      ? [{ id: 'revoke', title: t('request.act.revoke'), icon: RotateCcw, onAction: () => open('revoke') }]
      : []),
    ...(may.discard
      ? [{ id: 'discard', title: t('request.act.discard'), icon: Trash, isDanger: true, onAction: discard }]
      : []),
  ]
}

function forAdministrators({ request, t, open, run }: Given): MenuEntry[] {
  const { may } = request
  return [
    ...(may.resume
      ? [{ id: 'resume', title: t('request.act.resume'), icon: RotateCcw, onAction: () => run({ do: 'resume' }) }]
      : []),
    ...(may.relocate
      ? [{ id: 'relocate', title: t('request.act.relocate'), icon: Move, onAction: () => open('relocate') }]
      : []),
    ...(may.cancel
      ? [{ id: 'cancel', title: t('request.act.cancel'), icon: Ban, isDanger: true, onAction: () => open('cancel') }]
      : []),
  ]
}
