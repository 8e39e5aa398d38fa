import { randomBytes } from 'node:crypto'
import { addDays, type Day, type WorkCalendar } from '#core/calendar'
import type { Input, Output } from '#core/contract'
import { freshnessOf, gapsIn } from '#core/freshness'
import type { Context } from '#kernel/context'
import { say } from '#kernel/i18n'
import { changedMeanwhile, notFound } from '#kernel/problems'
import { openDay } from '#modules/indicators'
import { workCalendar } from '#modules/organisation'
import type { routes, Source } from '../contract.ts'
import { codeTaken, noMapping, notAWebhook } from '../problems.ts'
import { checkedAddress, peerOf } from '../reader/open.ts'
import { forgetSecrets, goodSecrets, keepSecret } from '../store/secret.ts'
import {
  allSources,
  daysOf,
  findSource,
  insertSource,
  lockSource,
  setState,
  updateSource,
  type SourceRow,
  type Trouble,
} from '../store/source.ts'

type Routes = typeof routes
const gapDays = 60

export async function listSources(ctx: Context): Promise<Output<Routes['listSources']>> {
  const rows = await allSources(ctx)
  const shown = await shower(ctx, rows)
  const sources: Source[] = []
  for (const row of rows) sources.push(await shown(row))
  return { sources: sources.sort((a, b) => trouble(b) - trouble(a)) }
}

export async function readSource(
  ctx: Context,
  { sourceId }: { sourceId: string },
): Promise<Output<Routes['readSource']>> {
  const row = await mustFind(ctx, sourceId)
  const secrets = await goodSecrets(ctx, sourceId)
  const shown = await shower(ctx, [row])
  return {
    ...(await shown(row)),
    address: row.address as Record<string, unknown>,
    mapping: row.mapping,
    hasSecret: secrets.length > 0,
    oldSecretUntil: secrets.find((secret) => secret.validUntil)?.validUntil?.toISOString() ?? null,
    cursor: row.cursor ? cursorText(row.cursor) : null,
  }
}

export async function createSource(
  ctx: Context,
  { secret, ...input }: Input<Routes['createSource']>,
): Promise<Output<Routes['createSource']>> {
  // it may be made first, and told later how it is asked
  const isAddressed = Object.keys(input.address).length > 0
  const address = isAddressed ? checkedAddress(input.kind, input.address) : {}
  await mustKnowOwner(ctx, input.ownerId)
  const sourceId = ctx.newId()
  if (!(await insertSource(ctx, { ...input, address, id: sourceId }))) throw codeTaken({ taken: input.code })
  const signingSecret = input.kind === 'webhook' ? newSigningSecret() : null
  const kept = signingSecret ?? secret
  if (kept) await keepSecret(ctx, sourceId, kept, null)
  await told(ctx, 'create', sourceId, undefined, { ...input, address })
  return { sourceId, signingSecret }
}

/** Changes how it is asked and read. What it is asked for anew begins at the beginning; known facts count no second time. */
export async function changeSource(
  ctx: Context,
  { sourceId, version, secret, ...input }: Input<Routes['changeSource']>,
): Promise<Output<Routes['changeSource']>> {
  if (!(await lockSource(ctx, sourceId))) throw notFound({ what: 'source' })
  const before = await mustFind(ctx, sourceId)
  if (before.version !== version) throw changedMeanwhile({ yours: version, current: before.version })
  const address = checkedAddress(before.kind, input.address)
  await mustKnowOwner(ctx, input.ownerId)
  const startsAgain = readsOtherwise(before, address)
  await updateSource(ctx, sourceId, { ...input, address, startsAgain })
  if (before.kind !== 'webhook') {
    // a secret is for whom it was given: another host must not be sent it
    if (secret) await keepSecret(ctx, sourceId, secret, null)
    else if (peerOf(before.kind, before.address) !== peerOf(before.kind, address)) await forgetSecrets(ctx, sourceId)
  }
  await told(ctx, 'change', sourceId, contentOf(before), { ...input, address, isSecretNew: secret !== undefined })
  return { version: version + 1 }
}

export async function setSourceState(
  ctx: Context,
  { sourceId, version, state }: Input<Routes['setSourceState']>,
): Promise<Output<Routes['setSourceState']>> {
  if (!(await lockSource(ctx, sourceId))) throw notFound({ what: 'source' })
  const before = await mustFind(ctx, sourceId)
  if (before.version !== version) throw changedMeanwhile({ yours: version, current: before.version })
  if (state === 'on' && !before.mapping) throw noMapping({})
  await setState(ctx, sourceId, state, state === 'on' && before.every_minutes ? ctx.now : null)
  await told(ctx, state === 'on' ? 'switch-on' : 'pause', sourceId, { state: before.state }, { state })
  return { version: version + 1 }
}

export async function rotateSecret(
  ctx: Context,
  { sourceId, overlapHours }: Input<Routes['rotateSecret']>,
): Promise<Output<Routes['rotateSecret']>> {
  if (!(await lockSource(ctx, sourceId))) throw notFound({ what: 'source' })
  const row = await mustFind(ctx, sourceId)
  if (row.kind !== 'webhook') throw notAWebhook({})
  const [signingSecret, oldUntil] = [newSigningSecret(), new Date(ctx.now.getTime() + overlapHours * 3_600_000)]
  await keepSecret(ctx, sourceId, signingSecret, oldUntil)
  await told(ctx, 'rotate-secret', sourceId, undefined, { oldUntil })
  return { signingSecret, oldUntil: oldUntil.toISOString() }
}

export async function mustFind(ctx: Context, sourceId: string): Promise<SourceRow> {
  const row = await findSource(ctx, sourceId)
  if (!row) throw notFound({ what: 'source' })
  return row
}

/** A refusal by its code, in the reader's language. */
export function troubleOf(ctx: Context, { code, facts }: Trouble, place: 'problems' | 'faults') {
  const [module, ...rest] = code.split('.')
  return { code, detail: say(ctx.language, `${module}.${place}.${rest.join('.')}`, facts) }
}

export function freshnessOfSource(ctx: Context, row: SourceRow, calendar: WorkCalendar) {
  return freshnessOf(row.state === 'on' ? row.rhythm : 'none', row.last_day, openDay(ctx), calendar)
}

async function shower(ctx: Context, rows: readonly SourceRow[]): Promise<(row: SourceRow) => Promise<Source>> {
  const calendar = await workCalendar(ctx)
  const owners = rows.flatMap((row) => row.owner_id ?? [])
  const names = await ctx.house.scopes.namesOf?.(ctx.db, owners, ctx.language)
  return async (row) => {
    const { state, missed } = freshnessOfSource(ctx, row, calendar)
    return {
      id: row.id,
      code: row.code,
      name: row.name,
      kind: row.kind,
      state: row.state === 'on' ? 'on' : 'paused',
      isMapped: row.mapping !== null,
      takes: row.takes === 'whole' ? 'whole' : 'sound',
      everyMinutes: row.every_minutes,
      rhythm: row.rhythm,
      ownerId: row.owner_id,
      ownerName: row.owner_id ? (names?.get(row.owner_id) ?? null) : null,
      lastFactAt: row.last_fact_at?.toISOString() ?? null,
      lastDay: row.last_day,
      freshness: state,
      missed,
      gaps: row.last_day && row.rhythm !== 'none' ? await gapsOf(ctx, row, row.last_day, calendar) : [],
      lastRunAt: row.last_run_at?.toISOString() ?? null,
      nextRunAt: row.next_run_at?.toISOString() ?? null,
      failingSince: row.failing_since?.toISOString() ?? null,
      isRunning: row.running_until !== null && row.running_until > ctx.now,
      trouble: row.trouble ? troubleOf(ctx, row.trouble, 'problems') : null,
      rejects: row.rejects,
      version: row.version,
    }
  }
}

async function gapsOf(ctx: Context, row: SourceRow, lastDay: Day, calendar: WorkCalendar): Promise<Day[]> {
  const days = await daysOf(ctx, row.code, addDays(ctx.today, -gapDays))
  const [first] = [...days].sort()
  return first ? gapsIn(row.rhythm, days, first, lastDay, calendar) : []
}

/** What needs somebody comes first. */
function trouble({ state, failingSince, freshness }: Source): number {
  if (state === 'paused') return -1
  return failingSince || freshness === 'silent' ? 2 : freshness === 'never' ? 1 : 0
}

/** In the form that senders of Standard Webhooks take. */
function newSigningSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`
}

/** Another view, list or cursor: how far it was read says nothing of it. */
function readsOtherwise(before: SourceRow, address: Record<string, unknown>): boolean {
  const old = before.address as Record<string, unknown>
  return ['host', 'database', 'view', 'cursor', 'url', 'cursorField', 'cursorKind', 'paging'].some(
    (name) => JSON.stringify(old[name]) !== JSON.stringify(address[name]),
  )
}

async function mustKnowOwner(ctx: Context, ownerId: string | null): Promise<void> {
  if (ownerId && !(await ctx.house.scopes.knows?.(ctx.db, 'person', ownerId))) throw notFound({ what: 'person' })
}

function contentOf({ name, address, mapping, takes, every_minutes, rhythm, owner_id }: SourceRow) {
  return { name, address, mapping, takes, everyMinutes: every_minutes, rhythm, ownerId: owner_id }
}

function cursorText(cursor: Readonly<Record<string, unknown>>): string {
  const after = cursor['after']
  return Array.isArray(after) ? after.join(' · ') : String(after ?? '')
}

async function told(ctx: Context, deed: string, sourceId: string, before: unknown, after: unknown): Promise<void> {
  await ctx.audit({ action: `sources.${deed}`, target: `source/${sourceId}`, before, after })
  await ctx.emit('sources.changed', { sourceId })
  await ctx.announce('sources')
}
