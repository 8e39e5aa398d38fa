import { sql, type RawBuilder } from 'kysely'
import * as z from 'zod'
import type { Context } from '#kernel/context'
import type { ImportField } from '#kernel/importer'
import type { PartRow } from './part.ts'

type Titles = readonly [zh: string, en: string]
const titles = ([zh, en]: Titles) => ({ 'zh-CN': [zh], en: [en] })
// what a cell of a spreadsheet holds at most is 32,767
const longest = 32_000

export const text = (key: string, named: Titles, maxLength = 200): ImportField => ({
  key,
  titles: titles(named),
  kind: 'text',
  maxLength,
})
export const json = (key: string, named: Titles): ImportField => text(key, named, longest)
export const needed = (field: ImportField): ImportField => ({ ...field, required: true })
export const day = (key: string, named: Titles): ImportField => ({ key, titles: titles(named), kind: 'day' })
export const integer = (key: string, named: Titles): ImportField => ({ key, titles: titles(named), kind: 'integer' })
export const decimal = (key: string, named: Titles): ImportField => ({ key, titles: titles(named), kind: 'decimal' })
export const choice = (key: string, named: Titles, choices: Readonly<Record<string, Titles>>): ImportField => ({
  key,
  titles: titles(named),
  kind: 'choice',
  choices: Object.entries(choices).map(([value, names]) => ({ value, titles: names })),
})
export const sheetTitles = titles

/** A text in several languages: a column for Chinese, one for English, and the others as `{"fr": "…"}`. */
export function localFields(key: string, [zh, en]: Titles, maxLength = 1000): ImportField[] {
  return [
    text(`${key}Zh`, [`${zh}（中文）`, `${en} in Chinese`], maxLength),
    text(`${key}En`, [`${zh}（英文）`, `${en} in English`], maxLength),
    json(`${key}Others`, [`${zh}（其他语言）`, `${en} in other languages`]),
  ]
}
export const localShape = (key: string, maxLength = 1000) => ({
  [`${key}Others`]: z.record(z.string().regex(/^[a-z]{2,3}(-[A-Za-z]{2,4})?$/), z.string().min(1).max(maxLength)),
})

/** The columns of a local text out of a jsonb column, and back. */
export function localColumns(column: string, key: string): RawBuilder<unknown> {
  const of = sql.ref(column)
  return sql`${of}->>'zh-CN' as ${sql.id(`${key}Zh`)}, ${of}->>'en' as ${sql.id(`${key}En`)},
    nullif((${of} - 'zh-CN' - 'en')::text, '{}') as ${sql.id(`${key}Others`)}`
}
export function localFrom(key: string): RawBuilder<unknown> {
  const of = (ending: string) => sql.ref(`r.${key}${ending}`)
  return sql`(coalesce(${of('Others')}::jsonb, '{}') || jsonb_strip_nulls(jsonb_build_object('zh-CN', ${of('Zh')}, 'en', ${of('En')})))`
}
/** Rows as a table `r` of a statement; `columns` are those it uses, with their types. */
export function given(rows: readonly PartRow[], columns: string): RawBuilder<unknown> {
  return sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r(${sql.raw(columns)})`
}
/** Takes the rows of a table away by their ids. */
export function clearing(table: string) {
  return (ctx: Context, ids: readonly string[]): RawBuilder<unknown> =>
    sql`delete from ${sql.table(table)} where tenant_id = ${ctx.tenantId} and id = any(${[...ids]}::uuid[])`
}
export const localTypes = (key: string) => `"${key}Zh" text, "${key}En" text, "${key}Others" text`
