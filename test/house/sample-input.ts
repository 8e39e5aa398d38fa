import * as z from 'zod'
import type { Route } from '#core/contract'

type Schema = {
  type?: string
  format?: string
  pattern?: string
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  minItems?: number
  minLength?: number
  minimum?: number
  additionalProperties?: Schema | boolean
  propertyNames?: Schema
}

/** The least input a route's schema accepts, with `ids` wherever an id is asked for: enough to get past the check of the input. */
export function sampleInput(route: Route, id: string): Record<string, unknown> {
  const schema = z.toJSONSchema(route.input, { io: 'input', unrepresentable: 'any' }) as Schema
  const sample = sampleOf(schema, id) as Record<string, unknown>
  // optional ids are tried too: they are the ones that are forgotten
  for (const [key, property] of Object.entries(schema.properties ?? {})) {
    if (!(key in sample) && property.format === 'uuid') sample[key] = id
  }
  return sample
}

const texts: readonly (readonly [pattern: RegExp, text: string])[] = [
  [/./, 'sample'],
  [/./, '2026-03-04'],
  [/./, '18:00'],
  [/./, '13800138000'],
  [/./, 'a'.repeat(43)],
  [/./, 'en'],
  [/./, '{}'],
]

function sampleOf(schema: Schema, id: string): unknown {
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  if (schema.anyOf) return sampleOf(schema.anyOf.find((part) => part.type !== 'null') ?? {}, id)
  if (schema.type === 'object') {
    if (!schema.properties)
      return schema.propertyNames?.pattern ? { en: sampleOf(asSchema(schema.additionalProperties), id) } : {}
    return Object.fromEntries(
      (schema.required ?? []).map((key) => [key, named(key, sampleOf(schema.properties?.[key] ?? {}, id))]),
    )
  }
  if (schema.type === 'array')
    return schema.minItems ? Array.from({ length: schema.minItems }, () => sampleOf(schema.items ?? {}, id)) : []
  if (schema.type === 'integer' || schema.type === 'number') return Math.max(1, schema.minimum ?? 1)
  if (schema.type === 'boolean') return true
  if (schema.type === 'string') return text(schema, id)
  return 'sample'
}

function text(schema: Schema, id: string): string {
  if (schema.format === 'uuid') return id
  if (schema.format === 'date') return '2026-03-04'
  if (schema.format === 'date-time') return '2026-03-04T00:00:00Z'
  if (schema.format === 'email') return 'a@example.org'
  const { pattern } = schema
  if (pattern) return texts.find(([, candidate]) => new RegExp(pattern, 'u').test(candidate))?.[1] ?? 'sample'
  return 'sample'.padEnd(schema.minLength ?? 0, 'x')
}

/** Days that are checked by a rule and not by a pattern are known by their names. */
function named(key: string, value: unknown): unknown {
  return value === 'sample' && /^(from|until|on|day|dueFrom|dueUntil)$/.test(key) ? '2026-03-04' : value
}

function asSchema(schema: Schema | boolean | undefined): Schema {
  return typeof schema === 'object' ? schema : { type: 'string' }
}
