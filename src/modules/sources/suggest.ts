import type { Mapping, Row, SourceKind, Term } from './contract.ts'
import { parseTime, textOf } from './map-row.ts'

export type SampleField = { readonly field: string; readonly sample: string }

const deepest = 3

/** The fields of some rows in the order they are met, those below others by their path, each with its first value. */
export function fieldsOf(rows: readonly Row[]): SampleField[] {
  const found = new Map<string, string>()
  const walk = (value: unknown, path: string, depth: number) => {
    const text = textOf(value)
    if (text !== undefined || value === null || value === '') {
      if (path !== '' && !found.get(path)) found.set(path, (text ?? '').slice(0, 100))
    } else if (typeof value === 'object' && value !== null && !Array.isArray(value) && depth < deepest)
      for (const [name, inner] of Object.entries(value)) walk(inner, path === '' ? name : `${path}.${name}`, depth + 1)
  }
  for (const row of rows) walk(row, '', 0)
  return [...found].slice(0, 200).map(([field, sample]) => ({ field, sample }))
}

const words = {
  key: /^(id|uuid|key|no|number|code)$|_(id|no|key|number)$|[a-z](Id|ID|No|NO|Key|Number)$|^(单号|编号|流水号|订单号|主键)$/,
  time: /(time|date|_at$|_on$|^at$|^day$|day$|时间|日期|发生)/i,
  person: /(staff|employee|worker|operator|buyer|sales_?man|owner|user|工号|员工|人员|操作员|采购员|业务员|负责人)/i,
  unit: /(unit|dep(ar)?t|team|workshop|line_?code|部门|班组|车间)/i,
  party: /(customer|client|supplier|vendor|客户|供应商)/i,
  subject: /(customer|client|supplier|vendor|order|batch|lot|客户|供应商|订单|批次)/i,
} as const
const subjectTypes: readonly [RegExp, string][] = [
  [/customer|client|客户/i, 'customer'],
  [/supplier|vendor|供应商/i, 'supplier'],
  [/order|订单/i, 'order'],
  [/batch|lot|批次/i, 'batch'],
]

/** A mapping to begin with, from what fields are called and hold: to be looked at before it is used. */
export function suggestMapping(kind: SourceKind, fields: readonly SampleField[]): Mapping {
  const free = new Set(fields.map(({ field }) => field))
  const lastPart = (field: string) => field.split('.').at(-1) ?? field
  const take = (fits: (one: SampleField) => boolean): Term | undefined => {
    const found = fields.find((one) => free.has(one.field) && fits(one))
    if (!found) return undefined
    free.delete(found.field)
    return { field: found.field }
  }
  const called = (pattern: RegExp) => (one: SampleField) => pattern.test(lastPart(one.field))
  const isTime = ({ sample }: SampleField) => parseTime(sample, () => new Date(0)) !== undefined
  const isEvent = kind === 'webhook'
  // a buyer's or supplier's number names no order
  const isOther = (one: SampleField) => [words.person, words.unit, words.party].some((pattern) => called(pattern)(one))
  const key = (isEvent ? take(({ field }) => field === 'id') : undefined) ??
    take((one) => called(words.key)(one) && !isOther(one)) ??
    take(called(words.key)) ?? { field: '' }
  const happenedAt = (isEvent ? take(({ field }) => field === 'time') : undefined) ??
    take((one) => called(words.time)(one) && isTime(one)) ??
    take(isTime) ?? { field: '' }
  if (isEvent)
    for (const field of ['specversion', 'source', 'type', 'subject', 'datacontenttype', 'dataschema'])
      free.delete(field)
  const person = take(called(words.person))
  const subject = take(called(words.subject))
  const unit = take(called(words.unit))
  const rest = fields.filter(({ field }) => free.has(field))
  const isNumber = ({ sample }: SampleField) => /^[+-]?\d+(\.\d+)?$/.test(sample)
  const type = subjectTypes.find(([pattern]) => pattern.test(subject?.field ?? ''))?.[1]
  return {
    kind: { value: 'event' },
    key: key.field === '' ? { value: '' } : key,
    happenedAt: happenedAt.field === '' ? { value: '' } : happenedAt,
    ...(person ? { person } : {}),
    personBy: 'number',
    ...(unit ? { unit } : {}),
    ...(subject ? { subject } : {}),
    ...(type ? { subjectType: type } : {}),
    dimensions: rest
      .filter((one) => !isNumber(one) && one.sample !== '' && one.sample.length <= 40 && !isTime(one))
      .slice(0, 10)
      .map(({ field }) => ({ name: nameOf(lastPart(field)), from: { field } })),
    measures: rest
      .filter(isNumber)
      .slice(0, 10)
      .map(({ field }) => ({ name: nameOf(lastPart(field)), from: { field }, factor: 1 })),
    only: [],
  }
}

/** Names of dimensions hold no spaces, `=`, `;` and begin with no dot. */
function nameOf(field: string): string {
  return field
    .replace(/[\s=;]/g, '_')
    .replace(/^\./, '_')
    .slice(0, 60)
}
