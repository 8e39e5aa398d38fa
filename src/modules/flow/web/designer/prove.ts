import { blocksPublishing, check, compile, isHard, skip, type Definition, type Problem, type Verdict } from '#core/flow'
import { allSteps } from './edit/tree.ts'
import { totalLimit, type TotalLimit } from './say/total-limit.ts'

/** One promise and whether it holds; `path` is a way around it. */
export type Proof = {
  readonly step: string
  readonly before: string
  readonly state: 'kept' | 'partly' | 'broken' | 'unknown' | 'loose' | 'lost'
  readonly path: readonly string[]
  /** Of a mandatory step by itself, `partly` where it is not on every way; the others were asked for. */
  readonly isOwn: boolean
}

export type Proved = {
  readonly verdict: Verdict | 'empty'
  readonly problems: readonly Problem[]
  readonly proofs: readonly Proof[]
  readonly limit: TotalLimit
  readonly mayPublish: boolean
}

/** Everything that is known of a flow without asking the server. */
export function proved(definition: Definition): Proved {
  const limit = totalLimit(definition.steps)
  if (definition.steps.length === 0) return { verdict: 'empty', problems: [], proofs: [], limit, mayPublish: false }
  const compiled = compile(definition)
  const { verdict, problems } = check(compiled)
  const ownWays = allSteps(definition.steps)
    .filter(isHard)
    .filter((step) => !definition.proofs.some((one) => one.step === step.id && one.before === 'end'))
    .map((step) => ({ step: step.id, before: 'end', isOwn: true }))
  const asked = definition.proofs.map((one) => ({ ...one, isOwn: false }))
  const proofs = [...asked, ...ownWays].map((one): Proof => {
    const answer = skip(compiled.net, one.step, one.before)
    if (answer === 'unknown-step') return { ...one, state: 'lost', path: [] }
    if (answer.skippable === true) return { ...one, state: one.isOwn ? 'partly' : 'broken', path: answer.path }
    if (answer.skippable === null) return { ...one, state: 'unknown', path: [] }
    const isLoose = problems.some((problem) => problem.kind === 'auto-pass' && problem.element === one.step)
    return { ...one, state: isLoose ? 'loose' : 'kept', path: [] }
  })
  return {
    verdict,
    problems,
    proofs,
    limit,
    mayPublish: verdict === 'sound' && !problems.some(blocksPublishing),
  }
}
