import { aliasesOf, columnNames, formulaNames, type Form, type FormColumn, type FormField } from '#core/form'

/** What can be put into a formula: how it is written there, and how it is shown. */
export type Insert = { readonly text: string; readonly label: string }

type Local = (text: FormField['label']) => string
/** What the first day of “Leave” is called. */
type PartLabel = (part: 'from' | 'until' | 'day', label: string) => string

/** The fields and table columns a formula of this field may read, written by their labels where these are clear names. */
export function fieldInserts(form: Form, field: FormField, local: Local, partLabel: PartLabel): Insert[] {
  const others = form.fields.filter((one) => one.key !== field.key)
  const nameable = new Set(formulaNames({ ...form, fields: others }).map(({ source }) => source))
  return others.flatMap((one): Insert[] => {
    if (!nameable.has(one.key)) return []
    const name = written(one, others, local)
    const label = local(one.label) || one.key
    if (one.kind === 'table') {
      const columns = one.columns ?? []
      return columnInserts(columns, undefined, local).map((column) => ({
        text: `${name}.${column.text}`,
        label: `${label} › ${column.label}`,
      }))
    }
    const parts =
      one.kind === 'period' ? (['from', 'until'] as const) : one.kind === 'day-time' ? (['day'] as const) : []
    if (parts.length > 0) return parts.map((part) => ({ text: `${name}.${part}`, label: partLabel(part, label) }))
    return [{ text: name, label }]
  })
}

/** The columns a computed column of the same row may read. */
export function columnInserts(columns: readonly FormColumn[], own: FormColumn | undefined, local: Local): Insert[] {
  const nameable = new Set(columnNames(columns).map(({ source }) => source))
  return columns
    .filter((one) => one.key !== own?.key && nameable.has(one.key))
    .map((one) => ({ text: written(one, columns, local), label: local(one.label) || one.key }))
}

function written(field: FormField | FormColumn, all: readonly (FormField | FormColumn)[], local: Local): string {
  const label = local(field.label).normalize('NFKC').trim()
  if (!aliasesOf(field, all).includes(label)) return field.key
  return /^[\p{L}_][\p{L}\p{M}\p{Nd}_]*$/u.test(label) ? label : `[${label}]`
}

/** An expression with a name in it replaced, where it stands as a field (`dotted` false) or as a column of a table. */
export function withName(expression: string, before: string, after: string, dotted: boolean): string {
  const parts = expression.match(/"[^"]*"|'[^']*'|\[[^\]]*\]|[\p{L}_][\p{L}\p{M}\p{Nd}_]*|\s+|./gu) ?? []
  return parts
    .map((part, at) => {
      const isColumn = parts[at - 1] === '.'
      const name = part.startsWith('[') ? part.slice(1, -1).trim() : part
      return name === before && isColumn === dotted ? after : part
    })
    .join('')
}
