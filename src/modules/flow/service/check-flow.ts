import { blocksPublishing, check, compile, isHard, skip, stepName, type Definition } from '#core/flow'
import type { Form } from '#core/form'
import type { Context } from '#kernel/context'
import { commandOf } from '../commands.ts'
import type { Checked, FlowContent, FlowProblem } from '../contract.ts'
import { allSteps, fieldsNamed, thingsNamed } from '../rules/things.ts'
import { whatIsKnownOf } from '../store/facts.ts'
import { namesOfThings } from '../store/named.ts'
import { readContent } from './content.ts'

/** Everything that is known of a flow before it is published: the proofs of the core, and whether what it names is there. */
export async function checkContent(ctx: Context, key: string, content: FlowContent): Promise<Checked> {
  const { definition, form, misread } = readContent(key, content, ctx.language)
  if (!definition || !form)
    return { verdict: 'misread', problems: misread, proofs: [], mayPublish: false, needsReason: false }
  const compiled = compile(definition)
  const checked = check(compiled)
  const problems = [
    ...checked.problems.map((one): FlowProblem => ({
      kind: one.kind,
      element: one.element,
      path: [...one.path],
      with: one.with ?? null,
      blocks: blocksPublishing(one),
      message: null,
    })),
    ...(await missing(ctx, definition, form)),
  ]
  const isUnsound = checked.verdict === 'unsound' || problems.some((one) => one.blocks)
  return {
    verdict: checked.verdict,
    problems,
    proofs: proofsOf(ctx, definition, compiled.net),
    mayPublish: !isUnsound,
    needsReason: checked.verdict === 'unknown',
  }
}

/** Promises made by the designer, and those every step that cannot be skipped makes: nobody gets to the end without it. */
function proofsOf(ctx: Context, definition: Definition, net: ReturnType<typeof compile>['net']): Checked['proofs'] {
  const hard = allSteps(definition.steps).filter(isHard)
  const stated = definition.proofs.map(({ step, before }) => ({ step, before }))
  const implied = hard
    .filter((step) => !stated.some((one) => one.step === step.id))
    .map((step) => ({ step: step.id, before: 'end' }))
  const name = (id: string) => {
    const node = net.node.get(id)
    return node && id !== 'end' ? stepName(definition, { id, name: node.name }, ctx.language) : ''
  }
  return [...stated, ...implied].flatMap(({ step, before }) => {
    const answer = skip(net, step, before)
    if (answer === 'unknown-step') return []
    const { skippable, path } = answer
    return [{ step, stepName: name(step), before, beforeName: name(before), isSkippable: skippable, path: [...path] }]
  })
}

/** What a flow names that is not there: people who left, roles, positions, flows, commands, fields. */
async function missing(ctx: Context, definition: Definition, form: Form): Promise<FlowProblem[]> {
  const things = thingsNamed(definition)
  const names = await namesOfThings(ctx, things)
  const { inactive } = await whatIsKnownOf(ctx, things.people)
  const keys = new Set(form.fields.map(({ key: field }) => field))
  const problem = (kind: FlowProblem['kind'], element: string, of: string, blocks = true): FlowProblem => ({
    kind,
    element,
    path: [],
    with: of,
    blocks,
    message: null,
  })
  return allSteps(definition.steps).flatMap((step): FlowProblem[] => {
    const own = thingsNamed({ steps: 'arms' in step || step.kind === 'loop' ? [] : [step] })
    const gone = own.people.filter((id) => !names.has(id) || inactive.includes(id))
    const other = [...own.units, ...own.positions, ...own.responsibilities, ...own.roles].filter((id) => !names.has(id))
    const flows = own.flows.filter((id) => !names.has(id))
    const isDumb = step.kind === 'auto' && !step.waits && !commandOf(ctx, step.command)
    return [
      ...gone.map((id) => problem('no-such-person', step.id, id)),
      // roles and places may be filled later; whoever would be asked then is an administrator
      ...other.map((id) => problem('nobody', step.id, id, false)),
      ...flows.map((id) => problem('no-such-flow', step.id, id)),
      ...(isDumb ? [problem('no-such-command', step.id, step.command)] : []),
      ...fieldsNamed(step)
        .filter((field) => !keys.has(field.split('.')[0] ?? field))
        .map((field) => problem('no-such-field', step.id, field)),
    ]
  })
}
