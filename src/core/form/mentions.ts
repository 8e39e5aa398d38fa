import { isUuid } from './check-value.ts'
import { isRow } from './check-table.ts'
import type { ReferenceTarget } from './kinds.ts'
import type { Form, FormColumn, FormField } from './schema.ts'
import { valueAt, type RawValues } from './value.ts'

export type Mentions = {
  readonly persons: readonly string[]
  readonly units: readonly string[]
  readonly files: readonly string[]
  readonly references: readonly { readonly target: ReferenceTarget; readonly id: string }[]
}

/** Everything outside the form that its values point to, each once: to be looked up within the writer's scope, and to be named. */
export function mentionsOf(form: Form, values: RawValues): Mentions {
  const persons = new Set<string>()
  const units = new Set<string>()
  const files = new Set<string>()
  const references = new Map<string, { target: ReferenceTarget; id: string }>()
  const take = (field: FormField | FormColumn, value: unknown): void => {
    const ids = [value].flat().map(idIn)
    if (field.kind === 'person') addAll(persons, ids)
    if (field.kind === 'unit') addAll(units, ids)
    if (field.kind === 'file' || field.kind === 'photo') addAll(files, ids)
    if (field.kind === 'signature') addAll(files, [fileIdIn(value)])
    if (field.kind === 'reference' && 'target' in field && field.target && ids[0])
      references.set(`${field.target}/${ids[0]}`, { target: field.target, id: ids[0] })
    if (field.kind !== 'table' || !('columns' in field) || !Array.isArray(value)) return
    for (const row of value.filter(isRow)) {
      for (const column of field.columns ?? []) take(column, valueAt(row, column.key))
    }
  }
  for (const field of form.fields) take(field, valueAt(values, field.key))
  return { persons: [...persons], units: [...units], files: [...files], references: [...references.values()] }
}

function addAll(into: Set<string>, ids: readonly (string | undefined)[]): void {
  for (const id of ids) if (isUuid(id)) into.add(id)
}

function idIn(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  if (typeof value !== 'object' || value === null || !('id' in value)) return undefined
  return typeof value.id === 'string' ? value.id : undefined
}

function fileIdIn(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('fileId' in value)) return undefined
  return typeof value.fileId === 'string' ? value.fileId : undefined
}
