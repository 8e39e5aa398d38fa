import { pick, type LocalText } from '#core/local-text'
import type { Definition, Step } from '#core/flow'

/** The steps with the names the reader knows them by; the very same steps where nothing has several names. */
export function localized({ steps, names }: Definition, language: string): readonly Step[] {
  return Object.keys(names).length === 0 ? steps : steps.map((step) => named(step, names, language))
}

function named(step: Step, names: Readonly<Record<string, LocalText>>, language: string): Step {
  const call = <T extends { id: string; name: string }>(one: T): T =>
    Object.hasOwn(names, one.id) ? { ...one, name: pick(names[one.id], language) || one.name } : one
  const row = (steps: readonly Step[]) => steps.map((one) => named(one, names, language))
  if (step.kind === 'loop') return { ...call(step), steps: row(step.steps) }
  if (!('arms' in step)) return call(step)
  const arms = step.arms.map((arm) => ({ ...call(arm), steps: row(arm.steps) }))
  if ((step.kind === 'branch' || step.kind === 'inclusive') && step.otherwise)
    return { ...call(step), arms, otherwise: row(step.otherwise) }
  return { ...call(step), arms }
}
