import type { Step } from '#core/flow'
import type { IconShape } from '#ui/Icon'
import type { Tone } from './look.ts'
import Columns from 'lucide-react/icons/columns-3'
import Flag from 'lucide-react/icons/flag'
import Fork from 'lucide-react/icons/git-fork'
import Hammer from 'lucide-react/icons/hammer'
import Hourglass from 'lucide-react/icons/hourglass'
import Radio from 'lucide-react/icons/radio-tower'
import Repeat from 'lucide-react/icons/repeat'
import Send from 'lucide-react/icons/send'
import Shield from 'lucide-react/icons/shield-check'
import Split from 'lucide-react/icons/split'
import Stamp from 'lucide-react/icons/stamp'
import Trophy from 'lucide-react/icons/trophy'
import Workflow from 'lucide-react/icons/workflow'
import Zap from 'lucide-react/icons/zap'
import type { NewId } from './edit/edit.ts'

export type Kind = Step['kind']

/** All kinds of steps as the menu of new steps shows them. */
export const kindGroups: readonly { readonly id: string; readonly kinds: readonly Kind[] }[] = [
  { id: 'people', kinds: ['approve', 'transact', 'copy'] },
  { id: 'ways', kinds: ['branch', 'parallel', 'inclusive', 'race', 'loop'] },
  { id: 'other', kinds: ['auto', 'delay', 'wait', 'gate', 'subflow', 'end'] },
]

export const kindLooks: Readonly<Record<Kind, { readonly icon: IconShape; readonly tone: Tone }>> = {
  approve: { icon: Stamp, tone: 'blue' },
  transact: { icon: Hammer, tone: 'teal' },
  copy: { icon: Send, tone: 'sky' },
  auto: { icon: Zap, tone: 'violet' },
  delay: { icon: Hourglass, tone: 'amber' },
  wait: { icon: Radio, tone: 'amber' },
  gate: { icon: Shield, tone: 'green' },
  subflow: { icon: Workflow, tone: 'violet' },
  end: { icon: Flag, tone: 'gray' },
  branch: { icon: Split, tone: 'gray' },
  parallel: { icon: Columns, tone: 'gray' },
  inclusive: { icon: Fork, tone: 'gray' },
  race: { icon: Trophy, tone: 'gray' },
  loop: { icon: Repeat, tone: 'gray' },
}

/** A new step as simple as it can be: whole, so that it can be saved at once. */
export function freshStep(kind: Kind, newId: NewId): Step {
  const id = newId(kind)
  const base = { id, name: '' }
  const arm = () => ({ id: newId('arm'), name: '', steps: [] })
  switch (kind) {
    case 'approve':
    case 'transact':
      return {
        ...base,
        kind,
        who: { kind: 'superiors', levels: 1 },
        quorum: { type: 'all', collectAll: false },
        onEmpty: [{ do: 'refuse' }],
        onSelf: 'superior',
        onReject: { to: 'end' },
        returns: 'any',
        mandatory: false,
        guards: [],
        fields: {},
        opinion: 'optional',
        signature: false,
        allows: ['add-sign', 'transfer', 'ask', 'copy'],
        takeBack: 'until-done',
      }
    case 'copy':
      return { ...base, kind, who: { kind: 'superiors', levels: 1 }, fields: {} }
    case 'auto':
      return { ...base, kind, command: 'none', waits: false, fields: {} }
    case 'delay':
      return { ...base, kind, span: { amount: 1, unit: 'workday' } }
    case 'wait':
      return { ...base, kind, signal: id }
    case 'gate':
      return { ...base, kind, gate: 'gate' }
    case 'subflow':
      return { ...base, kind, flow: 'flow', mode: 'wait', onCancel: 'cascade', mandatory: false, map: {} }
    case 'end':
      return { ...base, kind, outcome: 'rejected' }
    case 'race':
      return { ...base, kind, by: 'finish', arms: [arm(), arm()] }
    case 'parallel':
      return { ...base, kind, arms: [arm(), arm()] }
    case 'branch':
    case 'inclusive':
      return { ...base, kind, arms: [arm()], otherwise: [] }
    case 'loop':
      return { ...base, kind, steps: [], until: { all: [] }, limit: 3 }
  }
}
