import * as z from 'zod'
import { localText, pick, type LocalText } from '../../local-text/index.ts'
import { Step } from './step.ts'

/** A field as the checks of conditions need it; the form itself is described elsewhere. */
export const FlowField = z.strictObject({
  key: z.string().min(1).max(60),
  name: z.string().max(200).default(''),
  kind: z.enum(['text', 'number', 'money', 'day', 'choice', 'yes-no', 'person', 'unit', 'other']),
  choices: z.array(z.string().max(200)).max(500).optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  required: z.boolean().default(false),
})
export type FlowField = z.infer<typeof FlowField>

/** A flow as its designers draw it: a tree of steps. Immutable once published; running instances keep their version. */
export const Definition = z.strictObject({
  id: z.string().min(1).max(100),
  version: z.int().min(1).max(1_000_000).default(1),
  name: z.string().max(200).default(''),
  fields: z.array(FlowField).max(500).default([]),
  steps: z.array(Step).min(1).max(500),
  /** Who has approved already is not asked again: never, in the step after, or anywhere in the flow. */
  dedup: z.enum(['none', 'adjacent', 'once']).default('adjacent'),
  withdraw: z.enum(['always', 'before-first', 'never']).default('always'),
  /** Promises that are proved before publishing: `step` is never skipped before `before`. */
  proofs: z
    .array(z.strictObject({ step: z.string(), before: z.string() }))
    .max(50)
    .default([]),
  /** Names of steps and arms where there are several languages, by id; the others are called by their `name`. */
  names: z.record(z.string().max(60), localText(200)).default({}),
})
export type Definition = z.infer<typeof Definition>
export type DefinitionInput = z.input<typeof Definition>

export type Misread = { readonly path: string; readonly message: string }

/** Reads a definition from JSON; what is wrong with it is named with its place. Ids must be unique in the whole tree. */
export function readDefinition(json: unknown): { definition: Definition } | { misread: Misread[] } {
  const parsed = Definition.safeParse(json)
  if (!parsed.success)
    return {
      misread: parsed.error.issues
        .slice(0, 20)
        .map((issue) => ({ path: issue.path.join('.'), message: issue.message })),
    }
  const twice = repeated(allIds(parsed.data.steps))
  if (twice.length > 0) return { misread: twice.map((id) => ({ path: id, message: 'this id stands twice' })) }
  return { definition: parsed.data }
}

/** What a step or arm is called in a language; its id when it has no name. */
export function stepName(
  { names }: { names: Record<string, LocalText> },
  one: { id: string; name: string },
  language: string,
): string {
  const known = Object.hasOwn(names, one.id) ? pick(names[one.id], language) : ''
  return known || one.name || one.id
}

function allIds(steps: readonly Step[]): string[] {
  return steps.flatMap((step) => {
    if (step.kind === 'loop') return [step.id, ...allIds(step.steps)]
    if (!('arms' in step)) return [step.id]
    const otherwise = 'otherwise' in step && step.otherwise ? allIds(step.otherwise) : []
    return [step.id, ...step.arms.flatMap((arm) => [arm.id, ...allIds(arm.steps)]), ...otherwise]
  })
}

function repeated(ids: readonly string[]): string[] {
  const seen = new Set<string>()
  return [...new Set(ids.filter((id) => id === 'start' || id === 'end' || seen.size === seen.add(id).size))]
}
