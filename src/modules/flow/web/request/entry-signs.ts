import Check from 'lucide-react/icons/check'
import Clock from 'lucide-react/icons/clock'
import CornerUpLeft from 'lucide-react/icons/corner-up-left'
import MessageSquare from 'lucide-react/icons/message-square'
import Send from 'lucide-react/icons/send'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import UserPlus from 'lucide-react/icons/user-plus'
import UserRoundCheck from 'lucide-react/icons/user-round-check'
import X from 'lucide-react/icons/x'
import Zap from 'lucide-react/icons/zap'
import type { IconShape } from '#ui/Icon'
import type { TagProps } from '#ui/Tag'
import type { TimelineEntry } from '../../contract.ts'

type Tone = NonNullable<TagProps['tone']>

type Sign = { icon?: IconShape; tone?: Tone }

/** The sign of what happened, beside its sentence. */
export function signOf(entry: TimelineEntry): Sign {
  if (entry.do === 'decide')
    return entry.decision === 'reject' ? { icon: X, tone: 'red' } : { icon: Check, tone: 'green' }
  return signs[entry.do] ?? {}
}

const signs: Readonly<Record<string, Sign>> = {
  submit: { icon: Send, tone: 'blue' },
  return: { icon: CornerUpLeft, tone: 'amber' },
  'take-back': { icon: CornerUpLeft, tone: 'amber' },
  withdraw: { icon: X, tone: 'gray' },
  cancel: { icon: X, tone: 'red' },
  relocate: { icon: TriangleAlert, tone: 'amber' },
  'add-sign': { icon: UserPlus, tone: 'blue' },
  transfer: { icon: UserRoundCheck, tone: 'blue' },
  ask: { icon: MessageSquare, tone: 'blue' },
  answer: { icon: MessageSquare, tone: 'blue' },
  urge: { icon: Clock, tone: 'amber' },
  'timer-fired': { icon: Clock, tone: 'amber' },
  'child-ended': { icon: Zap, tone: 'violet' },
  signal: { icon: Zap, tone: 'violet' },
}
