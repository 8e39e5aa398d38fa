import type { FormColumn, FormField } from '#core/form'
import { PersonName, UnitName } from '#screens/organisation'
import { textIn, textsIn } from '../fill/input.ts'
import { noNames, useValueText, type Names } from './value-text.ts'

type Props = { field: FormField | FormColumn; value: unknown; names?: Names }

/** A value of one line. Names not given are looked up. */
export function CellText({ field, value, names = noNames }: Props) {
  const text = useValueText(names)(field, value)
  if (field.kind !== 'person' && field.kind !== 'unit') return text || '—'
  const ids = [...textsIn(value), textIn(value)].filter(Boolean)
  if (ids.length === 0) return '—'
  const Name = field.kind === 'person' ? PersonName : UnitName
  return (
    <span className="flex flex-wrap gap-x-3 gap-y-0.5">
      {ids.map((id) => (names[id] === undefined ? <Name key={id} id={id} /> : <span key={id}>{names[id]}</span>))}
    </span>
  )
}
