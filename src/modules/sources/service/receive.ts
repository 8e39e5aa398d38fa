import { sql } from 'kysely'
import * as z from 'zod'
import { systemActor } from '#kernel/access'
import type { Call } from '#kernel/bind'
import type { Context } from '#kernel/context'
import { enterTenant } from '#kernel/dispatch'
import { moduleOff } from '#kernel/problems'
import type { Row } from '../contract.ts'
import { badEvents, badSignature, isPaused } from '../problems.ts'
import { keepRejects } from '../store/reject.ts'
import { addToRun, endRun, insertRun, noteFacts } from '../store/run.ts'
import { goodSecrets } from '../store/secret.ts'
import { findSource, type SourceRow } from '../store/source.ts'
import { isSigned } from './signature.ts'
import { takeRows, type TakenRows } from './take-rows.ts'

const CloudEvent = z.looseObject({
  specversion: z.literal('1.0'),
  id: z.string().min(1).max(200),
  source: z.string().min(1).max(500),
  type: z.string().min(1).max(200),
  time: z.string().max(50).optional(),
})
const Events = z.union([CloudEvent.transform((event) => [event]), z.array(CloudEvent).min(1).max(1000)])

/** Takes signed events in. One sent again counts no second time: its id names the fact. */
export async function receiveEvents(ctx: Context, { sourceId }: { sourceId: string }, call: Call) {
  const { inner, source } = await authentic(ctx, sourceId, call)
  const events = parseEvents(call.signed?.body ?? Buffer.alloc(0))
  if (source.mapping && source.state !== 'on') throw isPaused({})
  const runId = await insertRun(inner, sourceId, 'event')
  const { recorded, known, rejects } = await taken(inner, source, events)
  await keepRejects(inner, sourceId, runId, rejects)
  if (recorded > 0) await noteFacts(inner, sourceId)
  await addToRun(inner, runId, { rows: events.length, recorded, known, refused: rejects.length })
  await endRun(inner, runId, null)
  await inner.announce('sources')
  return { recorded, known, refused: rejects.length }
}

/** Before anything is read of the body: whose is it, and did they sign it? */
async function authentic(
  ctx: Context,
  sourceId: string,
  { signed }: Call,
): Promise<{ inner: Context; source: SourceRow }> {
  const { rows } = await sql<{
    tenantId: string | null
  }>`select kernel.tenant_of_source(${sourceId}) as "tenantId"`.execute(ctx.db)
  const tenantId = rows[0]?.tenantId
  if (!tenantId || !signed) throw badSignature({})
  const inner = await enterTenant(ctx, tenantId, systemActor())
  const secrets = await goodSecrets(inner, sourceId)
  const source = await findSource(inner, sourceId)
  const told = {
    id: signed.header('webhook-id'),
    timestamp: signed.header('webhook-timestamp'),
    signature: signed.header('webhook-signature'),
    body: signed.body,
  }
  const isGenuine = isSigned(
    told,
    secrets.map((secret) => secret.value),
    ctx.now,
  )
  if (source?.kind !== 'webhook' || !isGenuine) throw badSignature({})
  if (!inner.isOn('sources')) throw moduleOff({ module: 'sources' })
  return { inner, source }
}

/** Before a mapping is stated events are kept apart: they are the sample it is made from, and are taken in later. */
async function taken(ctx: Context, source: SourceRow, events: readonly Row[]): Promise<TakenRows> {
  const { code, takes, mapping } = source
  if (mapping) return takeRows(ctx, { code, takes, mapping }, events)
  return {
    recorded: 0,
    known: 0,
    rejects: events.map((payload, at) => ({ at, payload, code: 'sources.not-mapped', facts: {} })),
  }
}

function parseEvents(body: Buffer): Row[] {
  const told = (issues: readonly { path: PropertyKey[]; message: string }[]) =>
    badEvents({ faults: issues.slice(0, 20).map(({ path, message }) => ({ path: path.join('.'), message })) })
  let json: unknown
  try {
    json = JSON.parse(body.toString('utf8'))
  } catch {
    throw told([{ path: [], message: 'not JSON' }])
  }
  const parsed = Events.safeParse(json)
  if (parsed.success) return parsed.data
  throw told(
    Array.isArray(json)
      ? (z.array(CloudEvent).max(1000).safeParse(json).error?.issues ?? [])
      : (CloudEvent.safeParse(json).error?.issues ?? []),
  )
}
