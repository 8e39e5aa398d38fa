import { isReserved, type NameEntry } from '../formula/catalogue.ts'
import type { TableType, Type } from '../formula/type.ts'
import { partsOf } from './flow.ts'
import type { ComputedResult, FieldKind } from './kinds.ts'
import type { Form, FormColumn, FormField } from './schema.ts'

/** A name a formula may use: its canonical form, the same by labels, its type, and the field it stands for. */
export type FormulaName = NameEntry & { readonly source: string }

/**
 * What formulas of a form may name: each field by its key and by its labels, columns as `table.column`, the days of a
 * period as `key.from` and `key.until`. A label two fields share names neither.
 */
export function formulaNames(form: Form): FormulaName[] {
  return withAliases(form.fields.filter((field) => typeOf(field) !== undefined || partsOf(field.kind).length > 0))
}

/** What a computed column may name: the columns of its own row. */
export function columnNames(columns: readonly FormColumn[]): FormulaName[] {
  return withAliases(columns.filter((column) => typeOf(column) !== undefined))
}

/** The labels of a field as names: those no other of these fields uses, as label or key. */
export function aliasesOf(field: FormField | FormColumn, all: readonly (FormField | FormColumn)[]): string[] {
  const others = new Set(
    all.flatMap((one) => (one === field ? [] : [one.key, ...Object.values(one.label).map(asName)])),
  )
  return [...new Set(Object.values(field.label).map(asName))].filter(
    (name) => name !== field.key && /^[^.[\]]{1,100}$/.test(name) && !isReserved(name) && !others.has(name),
  )
}

/** The type a field's value has in formulas; none for what nobody computes with. */
export function typeOf(field: FormField | FormColumn): Type | undefined {
  if (field.kind === 'table' && 'columns' in field) return tableType(field.columns ?? [])
  if (field.kind === 'choice') return field.many ? { list: 'text' } : 'text'
  if (field.kind === 'computed') return scalarOf[field.result ?? 'number']
  return scalarOfKind[field.kind]
}

export const scalarOf = {
  number: 'number',
  money: 'number',
  text: 'text',
  day: 'date',
  'yes-no': 'boolean',
} as const satisfies Record<ComputedResult, Type>

const scalarOfKind: Partial<Record<FieldKind, Type>> = { ...scalarOf, 'long-text': 'text' }

const partWords = { from: ['from', '开始'], until: ['until', '结束'], day: ['day', '日期'] } as const

function withAliases(fields: readonly (FormField | FormColumn)[]): FormulaName[] {
  return fields
    .filter((field) => !isReserved(field.key))
    .flatMap((field) => {
      const aliases = aliasesOf(field, fields)
      const type = typeOf(field)
      const own = type ? [{ name: field.key, aliases, type, isOptional: true, source: field.key }] : []
      return [...own, ...partsOf(field.kind).map((part) => partName(field.key, aliases, part))]
    })
}

function partName(key: string, aliases: readonly string[], part: keyof typeof partWords): FormulaName {
  const words = partWords[part]
  const paths = [key, ...aliases].flatMap((name) => words.map((word) => `${name}.${word}`))
  const [name = key, ...others] = paths
  return { name, aliases: others, type: 'date', isOptional: true, source: key }
}

/** Columns stand under their keys and their labels. */
function tableType(columns: readonly FormColumn[]): TableType {
  const found = new Map<string, Type>()
  for (const { name, aliases = [], type } of columnNames(columns)) {
    for (const each of [name, ...aliases]) found.set(each, type)
  }
  return { columns: found }
}

function asName(text: string): string {
  return text.normalize('NFKC').trim()
}
