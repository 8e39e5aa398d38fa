import { sql } from 'kysely'
import type { State } from '#core/flow'
import type { LocalText } from '#core/local-text'
import type { FormValues } from '#core/form'
import type { Context } from '#kernel/context'
import type { OutcomeName, Status, Subject } from '../contract.ts'

/** A request as it stands, with what it is called. */
export type Instance = {
  readonly id: string
  readonly flowId: string
  readonly flowKey: string
  readonly flowName: Readonly<Record<string, string>>
  readonly flowIcon: string
  readonly flowCategory: string
  readonly prefix: string
  readonly version: number
  readonly number: string | null
  readonly title: string
  /** In each language, unless somebody has named it. */
  readonly titleWords: LocalText | null
  readonly state: State
  readonly status: Status
  readonly outcome: OutcomeName | null
  readonly rev: number
  readonly values: FormValues
  readonly dataRev: number
  readonly chosen: Record<string, string[]>
  readonly initiatorId: string
  readonly ownerId: string
  readonly unitId: string | null
  readonly subject: Subject | null
  readonly parentId: string | null
  readonly parentChild: string | null
  readonly linkId: string | null
  readonly onCancel: 'cascade' | 'detach' | 'ask'
  readonly createdAt: Date
  readonly submittedAt: Date | null
  readonly changedAt: Date
  readonly endedAt: Date | null
  readonly revokedAt: Date | null
}

export const columns = sql`i.id, i.flow_id as "flowId", f.key as "flowKey", f.name as "flowName", f.icon as "flowIcon", f.category as "flowCategory", f.prefix, i.version, i.number, i.title, i.title_words as "titleWords",
  i.state, i.status, i.outcome, i.rev, i.data as values, i.data_rev as "dataRev", i.chosen, i.initiator_id as "initiatorId",
  i.owner_id as "ownerId", i.unit_id as "unitId", i.parent_id as "parentId", i.parent_child as "parentChild",
  i.link_id as "linkId", i.on_cancel as "onCancel", i.created_at as "createdAt", i.submitted_at as "submittedAt",
  i.changed_at as "changedAt", i.ended_at as "endedAt", i.revoked_at as "revokedAt",
  case when i.subject_type is null then null else json_build_object('type', i.subject_type, 'key', i.subject_key,
    'label', coalesce(i.subject_label, '')) end as subject`

/** Holds a request for this transaction: whoever comes second waits here, and then sees what the first one did. */
export async function lockInstance(ctx: Context, id: string): Promise<Instance | undefined> {
  const { rows } = await sql<Instance>`select ${columns} from flow_instance i
    join flow f on f.tenant_id = i.tenant_id and f.id = i.flow_id
    where i.tenant_id = ${ctx.tenantId} and i.id = ${id} for no key update of i`.execute(ctx.db)
  return rows[0]
}

/** The same, but nothing when somebody else holds it just now. */
export async function lockInstanceOrSkip(ctx: Context, id: string): Promise<Instance | undefined> {
  const { rows } = await sql<Instance>`select ${columns} from flow_instance i
    join flow f on f.tenant_id = i.tenant_id and f.id = i.flow_id
    where i.tenant_id = ${ctx.tenantId} and i.id = ${id} for no key update of i skip locked`.execute(ctx.db)
  return rows[0]
}

export async function findInstance(ctx: Context, id: string): Promise<Instance | undefined> {
  const { rows } = await sql<Instance>`select ${columns} from flow_instance i
    join flow f on f.tenant_id = i.tenant_id and f.id = i.flow_id
    where i.tenant_id = ${ctx.tenantId} and i.id = ${id}`.execute(ctx.db)
  return rows[0]
}

export type NewInstance = {
  id: string
  flowId: string
  version: number
  title: string
  titleWords?: LocalText | null
  state: State
  values: FormValues
  chosen: Record<string, string[]>
  ownerId: string
  unitId: string | null
  subject: Subject | null
  parentId?: string | null
  parentChild?: string | null
  linkId?: string | null
  onCancel?: 'cascade' | 'detach' | 'ask'
  dedupeKey?: string | null
  dueAt?: Date | null
}

/** False when one with that dedupe key is there already. */
export async function insertInstance(ctx: Context, one: NewInstance): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await ctx.db
    .insertInto('flow_instance')
    .values({
      tenant_id: ctx.tenantId,
      id: one.id,
      flow_id: one.flowId,
      version: one.version,
      title: one.title,
      title_words: one.titleWords ? JSON.stringify(one.titleWords) : null,
      state: JSON.stringify(one.state),
      status: one.state.status,
      data: JSON.stringify(one.values),
      chosen: JSON.stringify(one.chosen),
      initiator_id: one.ownerId,
      owner_id: one.ownerId,
      unit_id: one.unitId,
      subject_type: one.subject?.type ?? null,
      subject_key: one.subject?.key ?? null,
      subject_label: one.subject?.label ?? null,
      parent_id: one.parentId ?? null,
      parent_child: one.parentChild ?? null,
      link_id: one.linkId ?? null,
      on_cancel: one.onCancel ?? 'detach',
      dedupe_key: one.dedupeKey ?? null,
      due_at: one.dueAt ?? null,
      created_at: ctx.now,
      changed_at: ctx.now,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'dedupe_key']).doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** What was filled in, and who was chosen. */
export async function saveValues(
  ctx: Context,
  id: string,
  { values, chosen, title }: { values: FormValues; chosen: Record<string, string[]>; title: string },
): Promise<void> {
  await sql`update flow_instance set data = ${JSON.stringify(values)}::jsonb, chosen = ${JSON.stringify(chosen)}::jsonb,
    title = ${title}, title_words = case when title = ${title} then title_words end, data_rev = data_rev + 1, changed_at = ${ctx.now}
    where tenant_id = ${ctx.tenantId} and id = ${id}`.execute(ctx.db)
}

/** The next number under a prefix in this year. Held until the commit, so it is taken as late as can be. */
export async function nextNumber(ctx: Context, prefix: string): Promise<string> {
  const year = Number(ctx.today.slice(0, 4))
  const { rows } = await sql<{ last: number }>`
    insert into flow_number (tenant_id, prefix, year, last) values (${ctx.tenantId}, ${prefix}, ${year}, 1)
    on conflict (tenant_id, prefix, year) do update set last = flow_number.last + 1 returning last`.execute(ctx.db)
  return `${prefix}-${year}-${String(rows[0]?.last ?? 1).padStart(5, '0')}`
}

export async function deleteDraft(ctx: Context, id: string): Promise<void> {
  await ctx.db.deleteFrom('flow_instance').where('tenant_id', '=', ctx.tenantId).where('id', '=', id).execute()
}
