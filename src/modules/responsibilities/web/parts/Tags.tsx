import Eye from 'lucide-react/icons/eye'
import Hammer from 'lucide-react/icons/hammer'
import MessagesSquare from 'lucide-react/icons/messages-square'
import Star from 'lucide-react/icons/star'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import { Tag } from '#ui/Tag'
import { useFormat } from '#web/format'
import { useWords } from '#web/words'
import type { AlarmKind, Raci, State } from '../../contract.ts'

/** A role of RACI by its word; the colour only helps. */
export function RaciTag({ raci }: { raci: Raci }) {
  const t = useWords('responsibilities')
  const { tone, icon } = looks[raci]
  return (
    <Tag tone={tone} icon={icon}>
      {t(`raci.${raci}`)}
    </Tag>
  )
}

export function AlarmTag({ kind }: { kind: AlarmKind }) {
  const t = useWords('responsibilities')
  return (
    <Tag tone={kind === 'nobody-accountable' ? 'red' : 'amber'} icon={TriangleAlert}>
      {t(`alarms.${kind}`)}
    </Tag>
  )
}

/** Where it stands; in force goes without saying until it is to be retired. */
export function StateTag({ state, retiredFrom = null }: { state: State; retiredFrom?: string | null }) {
  const t = useWords('responsibilities')
  const format = useFormat()
  if (state === 'in-force' && retiredFrom)
    return <Tag tone="amber">{t('state.retiring', { day: format.shortDay(retiredFrom) })}</Tag>
  return <Tag tone={stateTones[state]}>{t(`state.${state}`)}</Tag>
}

const stateTones = { draft: 'sky', 'in-force': 'green', retired: 'gray' } as const

const looks = {
  accountable: { tone: 'blue', icon: Star },
  responsible: { tone: 'green', icon: Hammer },
  consulted: { tone: 'violet', icon: MessagesSquare },
  informed: { tone: 'gray', icon: Eye },
} as const
