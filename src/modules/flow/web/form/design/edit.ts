import { aliasesOf, type Form, type FormColumn, type FormField, type FormRule } from '#core/form'
import { withName } from './expression-names.ts'

/** Puts a field in at a place, by default behind all. */
export function withField(form: Form, field: FormField, at = form.fields.length): Form {
  return { ...form, fields: [...form.fields.slice(0, at), field, ...form.fields.slice(at)] }
}

/** Takes a field away, and with it what rules show or require of it. Conditions and formulas that read it stay, to be mended. */
export function withoutField(form: Form, key: string): Form {
  const rules = (form.rules ?? [])
    .map((rule) => ({ ...rule, fields: rule.fields.filter((one) => one !== key) }))
    .filter((rule) => rule.fields.length > 0)
  return { ...form, fields: form.fields.filter((field) => field.key !== key), rules }
}

/** Puts a field in the place of another; formulas that name it by a label follow when the label changes. */
export function replaced(form: Form, key: string, next: FormField): Form {
  const before = form.fields.find((field) => field.key === key)
  if (!before) return form
  const names = renames(before, next, form.fields)
  const fields = form.fields.map((field) => {
    if (field.key === key) return withRenamedColumns(before, next)
    return field.kind === 'computed' ? follow(field, names, false) : field
  })
  const columnChanges = before.kind === 'table' && next.kind === 'table' ? columnRenames(before, next) : []
  return {
    ...form,
    fields: fields.map((field) =>
      field.kind === 'computed' && field.key !== next.key ? follow(field, columnChanges, true) : field,
    ),
    ...(next.key === key ? {} : { rules: (form.rules ?? []).map((rule) => renamedRule(rule, key, next.key)) }),
  }
}

/** Moves fields before or behind another one. */
export function moved(form: Form, keys: ReadonlySet<string>, target: string, side: 'before' | 'after'): Form {
  const moving = form.fields.filter((field) => keys.has(field.key))
  const rest = form.fields.filter((field) => !keys.has(field.key))
  const found = rest.findIndex((field) => field.key === target)
  if (found < 0) return form
  const at = side === 'before' ? found : found + 1
  return { ...form, fields: [...rest.slice(0, at), ...moving, ...rest.slice(at)] }
}

/** One place up or down; as it was at the ends. */
export function shifted<Item>(items: readonly Item[], at: number, by: -1 | 1): readonly Item[] {
  const [one, other] = [items[at], items[at + by]]
  return one === undefined || other === undefined ? items : items.with(at, other).with(at + by, one)
}

type Rename = readonly [before: string, after: string]

/** Names that lead nowhere after the change, each with the one to write instead. */
function renames(
  before: FormField | FormColumn,
  next: FormField | FormColumn,
  all: readonly (FormField | FormColumn)[],
): Rename[] {
  const after = all.map((field) => (field === before ? next : field))
  const stays = new Set([next.key, ...aliasesOf(next, after)])
  const gone = [before.key, ...aliasesOf(before, all)].filter((name) => !stays.has(name))
  return gone.map((name) => [name, successor(before, next, stays, name)])
}

/** The label in the same language when it may be a name, else the key. */
function successor(
  before: FormField | FormColumn,
  next: FormField | FormColumn,
  stays: ReadonlySet<string>,
  name: string,
): string {
  const language = Object.keys(before.label).find((one) => before.label[one]?.normalize('NFKC').trim() === name)
  const label = language === undefined ? undefined : next.label[language]?.normalize('NFKC').trim()
  return label !== undefined && stays.has(label) && /^[\p{L}_][\p{L}\p{M}\p{Nd}_]*$/u.test(label) ? label : next.key
}

function columnRenames(before: FormField, next: FormField): Rename[] {
  return paired(before, next).flatMap(([column, after]) => renames(column, after, before.columns ?? []))
}

function withRenamedColumns(before: FormField, next: FormField): FormField {
  if (next.kind !== 'table' || !next.columns) return next
  const changes = columnRenames(before, next)
  return {
    ...next,
    columns: next.columns.map((column) => (column.kind === 'computed' ? follow(column, changes, false) : column)),
  }
}

/** Columns that stayed in their place; only then a changed name is the same column's. */
function paired(before: FormField, next: FormField): [FormColumn, FormColumn][] {
  const [old, now] = [before.columns ?? [], next.columns ?? []]
  if (old.length !== now.length) return []
  const pairs = old.flatMap((column, at): [FormColumn, FormColumn][] => {
    const after = now[at]
    return after && after !== column ? [[column, after]] : []
  })
  return pairs.length === 1 ? pairs : []
}

function follow<Field extends FormField | FormColumn>(field: Field, names: readonly Rename[], dotted: boolean): Field {
  if (!field.expression || names.length === 0) return field
  const expression = names.reduce((text, [from, to]) => withName(text, from, to, dotted), field.expression)
  return expression === field.expression ? field : { ...field, expression }
}

function renamedRule(rule: FormRule, before: string, after: string): FormRule {
  return {
    ...rule,
    when: renamedCondition(rule.when, before, after),
    fields: rule.fields.map((key) => (key === before ? after : key)),
  }
}

function renamedCondition(condition: FormRule['when'], before: string, after: string): FormRule['when'] {
  if ('all' in condition) return { all: condition.all.map((one) => renamedCondition(one, before, after)) }
  if ('any' in condition) return { any: condition.any.map((one) => renamedCondition(one, before, after)) }
  if ('not' in condition) return { not: renamedCondition(condition.not, before, after) }
  if ('text' in condition) return condition
  const [base, ...part] = condition.field.split('.')
  return base === before ? { ...condition, field: [after, ...part].join('.') } : condition
}
