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
    const { personId, flowId, flowName, flowVersion: _version, at, ...rest } = row
    const stepName = await stepNameOf(ctx, row)
    told.push({
      ...rest,
      at: at.toISOString(),
      sentence: sentence(ctx, row, stepName ?? row.step ?? ''),
      flow: flowId && flowName ? { id: flowId, name: flowName } : null,
      stepName,
      person: personId === null ? null : book(personId),
    })
  }
  return { total, byWay, byGate, rows: told }
}

async function stepNameOf(ctx: Context, { flowId, flowVersion, step }: AttemptRow): Promise<string | null> {
  if (flowId === null || flowVersion === null || step === null) return null
  return nodeName(await versionOf(ctx, flowId, flowVersion), step, ctx.language) || null
}

function sentence(ctx: Context, { code, gate, subjectType, subjectKey }: AttemptRow, step: string): string {
  const [module = '', ...rest] = code.split('.')
  const subject = [subjectType, subjectKey].filter(Boolean).join(' ')
  return say(ctx.language, `${module}.problems.${rest.join('.')}`, {
    step,
    to: step,
    gate: gate ?? '',
    subject,
    fields: '',
    count: 1,
    sentence: '',
    task: '',
  })
}
