import type { Condition, FlowField, PersonStep, Quorum, Source, Span, Step } from '#core/flow'
import type { Say } from '#web/words'

/** What things are called that a definition only names by their id. */
export type Names = {
  readonly person: (id: string) => string
  readonly position: (id: string) => string
  readonly unit: (id: string) => string
  readonly role: (id: string) => string
  readonly responsibility: (id: string) => string
  readonly rule: (id: string) => string
  readonly flow: (key: string) => string
  /** As the reader calls it. */
  readonly field: (key: string) => FlowField | undefined
  readonly condition: (condition: Condition | undefined) => string
}

/** What a step does in one sentence: who, how many of them, by when. */
export function summaryOf(step: Step, names: Names, t: Say): string {
  const say = (key: string, values?: Record<string, unknown>) => t(`designer.sum.${key}`, values)
  switch (step.kind) {
    case 'approve':
    case 'transact':
      return [whoText(step.who, names, t) + quorumPart(step, t), ...limitPart(step, t)].join(say('join'))
    case 'copy':
      return say('copy', { who: whoText(step.who, names, t) })
    case 'auto':
      return say(step.waits ? 'autoWaits' : 'auto', { name: step.command })
    case 'delay':
      return say('delay', { span: spanText(step.span, t) })
    case 'wait':
      return say('wait', { name: step.signal })
    case 'gate':
      return say('gate', { name: step.gate })
    case 'subflow':
      return say(step.mode === 'wait' ? 'subflow' : 'subflowDetached', { name: names.flow(step.flow) })
    case 'end':
      return say(`end${step.outcome[0]!.toUpperCase()}${step.outcome.slice(1)}`)
    case 'race':
      return say(step.by === 'start' ? 'raceStart' : 'raceFinish')
    case 'loop':
      return say('loop', { condition: names.condition(step.until), count: step.limit })
    default:
      return say(step.kind)
  }
}

export function whoText(who: Source, names: Names, t: Say): string {
  const say = (key: string, values?: Record<string, unknown>) => t(`designer.who.${key}`, values)
  switch (who.kind) {
    case 'people': {
      const some = who.people.slice(0, 3).map(names.person).join(say('join'))
      return who.people.length > 3 ? say('peopleMore', { names: some, count: who.people.length }) : some
    }
    case 'field':
      return say('field', { name: names.field(who.field)?.name || who.field })
    case 'role':
      return say('role', { name: names.role(who.role) })
    case 'position':
      return say('position', { name: names.position(who.position) })
    case 'unit-members':
      return say('unit-members', { name: names.unit(who.unit) })
    case 'unit-head':
      return who.unit === undefined ? say('own-unit-head') : say('unit-head', { name: names.unit(who.unit) })
    case 'superiors':
      if (who.levels === 1) return say('superior')
      return who.levels === undefined ? say('all-superiors') : say('superiors', { count: who.levels })
    case 'responsibility':
      return say(who.raci, { name: names.responsibility(who.responsibility) })
    case 'rule':
      return say('rule', { name: names.rule(who.rule) })
    default:
      return say(who.kind)
  }
}

export function quorumText(quorum: Quorum, t: Say): string {
  const say = (key: string, values?: Record<string, unknown>) => t(`designer.quorum.${key}`, values)
  if (quorum.type === 'ratio') return say('ratio', { percent: `${quorum.passPermille / 10}%` })
  if (quorum.type === 'count' || quorum.type === 'weight') return say(quorum.type, { count: quorum.pass })
  return say(quorum.type === 'all' && quorum.collectAll ? 'collect' : quorum.type)
}

export function spanText({ amount, unit }: Span, t: Say): string {
  return t(`designer.span.${unit}`, { count: Math.abs(amount) })
}

/** Whether a source finds one person at most, so that it does not matter how several decide. */
export function isSingle(who: Source): boolean {
  if (who.kind === 'people') return who.people.length === 1
  return who.kind === 'initiator' || who.kind === 'unit-head' || (who.kind === 'superiors' && who.levels === 1)
}

function quorumPart(step: PersonStep, t: Say): string {
  if (step.quorum.type === 'all' && isSingle(step.who)) return ''
  return t('designer.sum.quorum', { quorum: quorumText(step.quorum, t) })
}

function limitPart({ deadline }: PersonStep, t: Say): string[] {
  return deadline ? [t('designer.span.within', { span: spanText(deadline.limit, t) })] : []
}
