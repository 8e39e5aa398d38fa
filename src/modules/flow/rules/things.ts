import { fieldsOf, stepName, type Condition, type Definition, type Source, type Step } from '#core/flow'

/** Everything in a tree of steps, blocks before what stands in them. */
export function allSteps(steps: readonly Step[]): Step[] {
  return steps.flatMap((step): Step[] => {
    if (step.kind === 'loop') return [step, ...allSteps(step.steps)]
    if (!('arms' in step)) return [step]
    const otherwise = 'otherwise' in step && step.otherwise ? allSteps(step.otherwise) : []
    return [step, ...step.arms.flatMap((arm) => allSteps(arm.steps)), ...otherwise]
  })
}

/** Where the people of a step come from, with what is tried when nobody is found. */
export function sourcesOf(step: Step): Source[] {
  if (!('who' in step)) return []
  const more = 'onEmpty' in step ? step.onEmpty.flatMap((one) => (one.do === 'ask' ? [one.who] : [])) : []
  return [step.who, ...more]
}

/** People a step names by their ids: in its sources, and as those it is handed to when time is over. */
export function peopleNamed(step: Step): string[] {
  const handed =
    'deadline' in step && step.deadline ? step.deadline.steps.flatMap((one) => (one.to ? [one.to] : [])) : []
  return [...sourcesOf(step).flatMap((source) => (source.kind === 'people' ? source.people : [])), ...handed]
}

/** Ids, codes and keys a definition names, by what they are of. */
export function thingsNamed({ steps }: Pick<Definition, 'steps'>) {
  const all = allSteps(steps)
  const sources = all.flatMap(sourcesOf)
  const of = (take: (source: Source) => string | undefined) =>
    [...new Set(sources.map(take))].filter((one) => one !== undefined)
  return {
    people: [...new Set(all.flatMap(peopleNamed))],
    units: of((one) => (one.kind === 'unit-members' || one.kind === 'unit-head' ? one.unit : undefined)),
    positions: of((one) => (one.kind === 'position' ? one.position : undefined)),
    responsibilities: of((one) => (one.kind === 'responsibility' ? one.responsibility : undefined)),
    roles: of((one) => (one.kind === 'role' ? one.role : undefined)),
    flows: [...new Set(all.flatMap((step) => (step.kind === 'subflow' ? [step.flow] : [])))],
  }
}

/** Fields a step reads, writes or guards, but for those of its conditions. */
export function fieldsNamed(step: Step): string[] {
  const rights = 'fields' in step ? Object.keys(step.fields) : []
  const guards = 'guards' in step ? step.guards : []
  const sources = sourcesOf(step).flatMap((source) => (source.kind === 'field' ? [source.field] : []))
  const mapped = step.kind === 'subflow' ? Object.values(step.map).filter((from) => !from.startsWith('=')) : []
  return [...new Set([...rights, ...guards, ...sources, ...mapped])]
}

/** Fields that decide on the way and on the people: what a preview depends on. */
export function decisiveFields({ steps }: Pick<Definition, 'steps'>): string[] {
  const all = allSteps(steps)
  const conditions = all.flatMap((step): Condition[] => {
    if (step.kind === 'loop') return [step.until]
    return 'arms' in step ? step.arms.flatMap((arm) => (arm.when ? [arm.when] : [])) : []
  })
  const sources = all.flatMap((step) =>
    sourcesOf(step).flatMap((source) => (source.kind === 'field' ? [source.field] : [])),
  )
  const read = [...conditions.flatMap(fieldsOf), ...sources].map((key) => key.split('.')[0] ?? key)
  return [...new Set(read)]
}

/** What a step is called; nothing when there is none of that id. */
export function namedStep(definition: Pick<Definition, 'steps' | 'names'>, id: string, language: string): string {
  const step = allSteps(definition.steps).find((one) => one.id === id)
  return step ? stepName(definition, step, language) : ''
}
