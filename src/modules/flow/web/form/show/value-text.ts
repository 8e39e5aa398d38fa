import { isBlank, type FormColumn, type FormField } from '#core/form'
import { useFormat, type Format } from '#web/format'
import { useLocal, useWords, type Say } from '#web/words'
import { isFilledPeriod } from '../fill/period.ts'
import { partIn, textIn, textsIn } from '../fill/input.ts'
import { coordinatesText } from '#ui/PlaceField'
import { placeIn } from './place.ts'
import { rowsIn } from './rows.ts'

/** Names by id: of people, units and whatever else values point to. */
export type Names = Readonly<Record<string, string>>
export const noNames: Names = {}
type Local = ReturnType<typeof useLocal>

/** A value in one line, `''` when there is none. People and units by the names given, else as `…`. */
export function useValueText(names: Names = noNames): (field: FormField | FormColumn, value: unknown) => string {
  const t = useWords('flow')
  const local = useLocal()
  const f = useFormat()
  return (field, value) => (isBlank(value) ? '' : textOf(field, value, { t, local, f, names }))
}

type Around = { t: Say; local: Local; f: Format; names: Names }

function textOf(field: FormField | FormColumn, value: unknown, { t, local, f, names }: Around): string {
  const kind = field.kind === 'computed' ? (field.result ?? 'number') : field.kind
  switch (kind) {
    case 'number':
      return typeof value === 'number' ? `${f.number(value)}${field.unit ? ` ${local(field.unit)}` : ''}` : ''
    case 'money':
      return typeof value === 'number' ? f.money(value) : ''
    case 'day':
      return f.day(textIn(value))
    case 'day-time':
      return textIn(value).replace('T', ' ')
    case 'period':
      return isFilledPeriod(value) ? `${f.day(value.from)} – ${f.day(value.until)}` : ''
    case 'yes-no':
      return value === true ? t('form.yes') : value === false ? t('form.no') : ''
    case 'choice':
      return [value]
        .flat()
        .map((one) => choiceText(field, one, local))
        .join(t('form.join'))
    case 'person':
    case 'unit':
      return [...textsIn(value), textIn(value)]
        .filter(Boolean)
        .map((id) => names[id] ?? '…')
        .join(t('form.join'))
    case 'reference':
      return partIn(value, 'label') || partIn(value, 'id')
    case 'file':
    case 'photo':
      return t(`form.count.${kind}`, { count: Array.isArray(value) ? value.length : 0 })
    case 'table':
      return t('form.count.rows', { count: rowsIn(value).length })
    case 'place': {
      const place = placeIn(value)
      return place ? place.text || coordinatesText(place) : ''
    }
    case 'signature':
      return partIn(value, 'name') || t('form.signature.drawn')
    default:
      return textIn(value)
  }
}

function choiceText(field: FormField | FormColumn, value: unknown, local: Local): string {
  const choice = field.choices.find((one) => one.value === value)
  return choice ? local(choice.label) : textIn(value)
}
