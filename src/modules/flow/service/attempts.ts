import type { Input, Output } from '#core/contract'
import { say } from '#kernel/i18n'
import type { Context } from '#kernel/context'
import type { routes } from '../contract.ts'
import { attemptRows, type AttemptRow } from '../store/gates.ts'
import { bookOf } from '../store/names.ts'
import { nodeName, versionOf } from '../store/versions.ts'

/** Every try to get around a step that cannot be skipped, the latest first, and how many there were of each kind. */
export async function listAttempts(
  ctx: Context,
  input: Input<(typeof routes)['listAttempts']>,
): Promise<Output<(typeof routes)['listAttempts']>> {
  const { rows, byWay, byGate, total } = await attemptRows(ctx, input)
  const book = await bookOf(
    ctx,
    rows.map((row) => row.personId),
  )
  const told = []
  for (const row of rows) {
    const { personId, flowId, flowName, flowVersion: _version, facts: _facts, at, ...rest } = row
    const called = await namer(ctx, row)
    told.push({
      ...rest,
      at: at.toISOString(),
      sentence: sentence(ctx, row, called),
      flow: flowId && flowName ? { id: flowId, name: flowName } : null,
      stepName: row.step === null ? null : called(row.step) || null,
      person: personId === null ? null : book(personId),
    })
  }
  return { total, byWay, byGate, rows: told }
}

/** What the steps of its flow are called; nothing for one that is gone. */
async function namer(ctx: Context, { flowId, flowVersion }: AttemptRow): Promise<(node: string) => string> {
  if (flowId === null || flowVersion === null) return () => ''
  const version = await versionOf(ctx, flowId, flowVersion)
  return (node) => nodeName(version, node, ctx.language)
}

function sentence(
  ctx: Context,
  { code, gate, subjectType, subjectKey, step, facts }: AttemptRow,
  called: (node: string) => string,
): string {
  const [module = '', ...rest] = code.split('.')
  const named = Object.fromEntries(Object.entries(facts).map(([key, id]) => [key, called(id) || id]))
  const own = step === null ? '' : called(step) || step
  return say(ctx.language, `${module}.problems.${rest.join('.')}`, {
    to: own,
    gate: gate ?? '',
    subject: [subjectType, subjectKey].filter(Boolean).join(' '),
    fields: '',
    count: 1,
    sentence: '',
    task: '',
    step: own,
    ...named,
  })
}
