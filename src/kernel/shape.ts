import * as z from 'zod'
import { may, type Actor } from './access.ts'

/** What `.meta({ read, person, unit })` on a field says: the permission to see it, and which sibling fields tell whose it is. */
type FieldClass = { readonly read?: string; readonly person?: string; readonly unit?: string }
type Prune = (value: unknown, actor: Actor) => unknown

/**
 * Compiles an output schema into a function that copies what the schema names and nothing else,
 * leaving out fields whose class the actor may not read. Undeclared columns can't slip out with a row.
 */
export function compileShape(schema: z.ZodType): Prune {
  const known = shapes.get(schema)
  if (known) return known
  const prune = build(schema)
  shapes.set(schema, prune)
  return prune
}

const shapes = new WeakMap<z.ZodType, Prune>()
const asIs: Prune = (value) => value

function build(schema: z.ZodType): Prune {
  if (schema instanceof z.ZodObject) return objectShape(schema)
  if (schema instanceof z.ZodArray) {
    const element = build(schema.element as z.ZodType)
    return element === asIs
      ? asIs
      : (value, actor) => (Array.isArray(value) ? value.map((item) => element(item, actor)) : value)
  }
  if (schema instanceof z.ZodRecord) {
    const element = build(schema.valueType as z.ZodType)
    if (element === asIs) return asIs
    return (value, actor) =>
      isObject(value)
        ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, element(item, actor)]))
        : value
  }
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) {
    return build(schema.unwrap() as z.ZodType)
  }
  return asIs
}

function objectShape(schema: z.ZodObject): Prune {
  const fields = Object.entries(schema.shape).map(([key, field]) => ({
    key,
    prune: build(field as z.ZodType),
    guard: classOf(field as z.ZodType),
  }))
  return (value, actor) => {
    if (!isObject(value)) return value
    const copy: Record<string, unknown> = {}
    for (const { key, prune, guard } of fields) {
      const item = value[key]
      if (item === undefined) continue
      if (guard && !mayRead(actor, guard, value)) continue
      copy[key] = prune === asIs ? item : prune(item, actor)
    }
    return copy
  }
}

function mayRead(actor: Actor, guard: FieldClass & { read: string }, row: Record<string, unknown>): boolean {
  if (!guard.person && !guard.unit) return may(actor, guard.read)
  const personId = guard.person ? row[guard.person] : undefined
  const unitId = guard.unit ? row[guard.unit] : undefined
  return may(actor, guard.read, {
    personId: typeof personId === 'string' ? personId : null,
    unitId: typeof unitId === 'string' ? unitId : null,
  })
}

/** The class of a field, wherever in its wrappers (`optional`, `nullable`) the meta was written. */
function classOf(field: z.ZodType): (FieldClass & { read: string }) | undefined {
  const meta = field.meta() as FieldClass | undefined
  if (meta?.read) return { ...meta, read: meta.read }
  const inner = 'unwrap' in field && typeof field.unwrap === 'function' ? (field.unwrap() as z.ZodType) : undefined
  return inner ? classOf(inner) : undefined
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)
}
