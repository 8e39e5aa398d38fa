import * as z from 'zod'
import type { Misread } from '../model/definition.ts'
import { PlayedFacts } from './played-facts.ts'

const Id = z.string().min(1).max(200)
const Person = z.union([Id, z.strictObject({ id: Id, weight: z.int().min(0) })])
const Value = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())])

/** One thing that happens in a scenario: an event in which a step may stand for its task, token or timer. */
export const Happening = z.looseObject({
  do: z.string(),
  /** The step it happens at; the task, token or timer is found by it. */
  step: Id.optional(),
  /** Fields of the form that change before it happens. */
  data: z.record(z.string(), Value).optional(),
  /** Minutes since what happened before. */
  afterMinutes: z.number().min(0).optional(),
  /** Changes of the people around, from here on. */
  facts: PlayedFacts.optional(),
})
export type Happening = z.infer<typeof Happening>

/** A flow played with sample people, data and clock. */
export const Scenario = z.strictObject({
  initiator: Id.default('initiator'),
  /** Epoch milliseconds at which it begins. */
  start: z.number().default(0),
  data: z.record(z.string(), Value).default({}),
  /** Who is found: by the id of a step, or by `role:`, `position:`, `unit:`, `responsibility:` or `superior:` and what is named. */
  people: z.record(z.string(), z.array(Person)).default({}),
  facts: PlayedFacts.default({}),
  /** Which process of a file with several. */
  process: z.string().optional(),
  events: z.array(Happening).max(10_000).default([]),
})
export type Scenario = z.infer<typeof Scenario>

export function readScenario(json: unknown): { scenario: Scenario } | { misread: Misread[] } {
  const parsed = Scenario.safeParse(json)
  if (parsed.success) return { scenario: parsed.data }
  return {
    misread: parsed.error.issues.slice(0, 20).map((issue) => ({ path: issue.path.join('.'), message: issue.message })),
  }
}
