import type { FormColumn, FormField, FormValue } from '#core/form'

/** What every input of a form takes. */
export type InputProps = {
  field: FormField | FormColumn
  value: unknown
  onChange: (value: FormValue) => void
  isRequired: boolean
  /** For cells of tables, whose column says the label. */
  hideLabel?: boolean
  fault?: string | undefined
}

export function textIn(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

export function textsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}

export function partIn(value: unknown, key: string): string {
  return typeof value === 'object' && value !== null ? textIn((value as Record<string, unknown>)[key]) : ''
}
