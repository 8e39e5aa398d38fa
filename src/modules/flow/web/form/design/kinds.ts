import type { FieldKind, FormColumn, FormField } from '#core/form'
import type { IconShape } from '#ui/Icon'
import AlignLeft from 'lucide-react/icons/align-left'
import Calculator from 'lucide-react/icons/calculator'
import Calendar from 'lucide-react/icons/calendar'
import CalendarClock from 'lucide-react/icons/calendar-clock'
import CalendarRange from 'lucide-react/icons/calendar-range'
import Camera from 'lucide-react/icons/camera'
import Hash from 'lucide-react/icons/hash'
import Heading from 'lucide-react/icons/heading'
import Info from 'lucide-react/icons/info'
import Link2 from 'lucide-react/icons/link-2'
import ListChecks from 'lucide-react/icons/list-checks'
import MapPin from 'lucide-react/icons/map-pin'
import Network from 'lucide-react/icons/network'
import Paperclip from 'lucide-react/icons/paperclip'
import PenLine from 'lucide-react/icons/pen-line'
import Table from 'lucide-react/icons/table-2'
import ToggleLeft from 'lucide-react/icons/toggle-left'
import Type from 'lucide-react/icons/type'
import UserRound from 'lucide-react/icons/user-round'
import Yuan from 'lucide-react/icons/japanese-yen'

/** All kinds as the menu of new fields shows them. */
export const kindGroups: readonly { readonly id: string; readonly kinds: readonly FieldKind[] }[] = [
  { id: 'plain', kinds: ['text', 'long-text', 'number', 'money', 'choice', 'yes-no'] },
  { id: 'time', kinds: ['day', 'day-time', 'period'] },
  { id: 'house', kinds: ['person', 'unit', 'reference'] },
  { id: 'proof', kinds: ['file', 'photo', 'place', 'signature'] },
  { id: 'more', kinds: ['table', 'computed', 'section', 'note'] },
]

export const kindIcons: Readonly<Record<FieldKind, IconShape>> = {
  text: Type,
  'long-text': AlignLeft,
  number: Hash,
  money: Yuan,
  day: Calendar,
  'day-time': CalendarClock,
  period: CalendarRange,
  'yes-no': ToggleLeft,
  choice: ListChecks,
  person: UserRound,
  unit: Network,
  reference: Link2,
  table: Table,
  file: Paperclip,
  photo: Camera,
  place: MapPin,
  signature: PenLine,
  computed: Calculator,
  section: Heading,
  note: Info,
}

/** What a field of this kind begins with: as whole as can be. */
export function freshField(kind: FieldKind, key: string, label: FormField['label']): FormField {
  return { key, label, required: false, ...partsOf(kind), kind }
}

export function freshColumn(kind: FormColumn['kind'], key: string, label: FormField['label']): FormColumn {
  return { key, label, required: false, ...partsOf(kind), kind }
}

/** A field turned into another kind: its name, help and whether it must be filled in stay. */
export function asKind<Field extends FormField | FormColumn>(field: Field, kind: Field['kind']): Field {
  const { key, label, required, help } = field
  return { ...freshField(kind, key, label), required, ...(help ? { help } : {}) } as Field
}

function partsOf(kind: FieldKind): Pick<FormField, 'choices'> & Partial<FormField> {
  switch (kind) {
    case 'choice':
      return { choices: [1, 2].map((number) => choice(number)) }
    case 'table':
      return { choices: [], columns: [freshColumn('text', 'item', { en: 'Item', 'zh-CN': '项目' })] }
    case 'computed':
      return { choices: [], result: 'number', expression: '' }
    case 'reference':
      return { choices: [], target: 'position' }
    case 'note':
      return { choices: [], text: { en: 'Note', 'zh-CN': '说明' } }
    default:
      return { choices: [] }
  }
}

function choice(number: number): FormField['choices'][number] {
  return { value: `choice${number}`, label: { en: `Choice ${number}`, 'zh-CN': `选项 ${number}` } }
}
