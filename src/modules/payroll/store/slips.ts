import { sql } from 'kysely'
import type { PayLine } from '#core/payroll'
import { validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'
import type { SlipHead, SlipInput } from '../contract.ts'
import type { SlipSums } from '../rules/sum-slip.ts'

type Text = Record<string, string>

export type StoredSlip = Omit<SlipHead, 'openQuestions'> & {
  readonly personId: string
  readonly groupId: string
  readonly personName: string
  readonly personNumber: string
  readonly unitName: Text | null
  readonly positionName: Text | null
  readonly jurisdiction: string
  readonly sums: SlipSums
  readonly lines: readonly PayLine[]
  readonly inputs: readonly SlipInput[]
}

/** Published slips; whose is for the caller to say. */
function published(ctx: Context) {
  return ctx.db
    .selectFrom('pay_slip as s')
    .innerJoin('pay_run as r', (join) => join.onRef('r.tenant_id', '=', 's.tenant_id').onRef('r.id', '=', 's.run_id'))
    .innerJoin('pay_group as g', (join) =>
      join.onRef('g.tenant_id', '=', 'r.tenant_id').onRef('g.id', '=', 'r.group_id'),
    )
    .where('s.tenant_id', '=', ctx.tenantId)
    .where('s.state', '=', 'published')
}

const headColumns = ['s.id', 's.period', 's.paid_on', 'r.kind', 'r.title', 's.opened_at', 's.confirmed_at'] as const

export async function ownHeads(ctx: Context, personId: string, limit: number): Promise<SlipHead[]> {
  const rows = await published(ctx)
    .where(ctx.visible('payroll.read-own', { person: 's.person_id' }))
    .where('s.person_id', '=', personId)
    .leftJoin('unit_version as e', (join) =>
      join
        .onRef('e.tenant_id', '=', 'g.tenant_id')
        .onRef('e.unit_id', '=', 'g.employer_unit_id')
        .on(validOn('e', ctx.today)),
    )
    .select([...headColumns, 'e.name as employer_name'])
    .select((eb) =>
      eb
        .selectFrom('pay_question as q')
        .select(sql<string>`count(*)`.as('open'))
        .whereRef('q.tenant_id', '=', 's.tenant_id')
        .whereRef('q.slip_id', '=', 's.id')
        .where('q.state', '<>', 'closed')
        .as('open_questions'),
    )
    .orderBy('s.paid_on', 'desc')
    .orderBy('s.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ ...headOf(row), openQuestions: Number(row.open_questions) }))
}

/** One's own slip with `payroll.read-own`, anybody's with `payroll.read`. */
export async function findSlip(
  ctx: Context,
  permission: 'payroll.read-own' | 'payroll.read',
  slipId: string,
): Promise<StoredSlip | undefined> {
  const row = await whole(ctx)
    .where(ctx.visible(permission, { person: 's.person_id', unit: 's.unit_id' }))
    .$if(permission === 'payroll.read-own', (query) => query.where('s.person_id', '=', ctx.actor.personId))
    .where('s.id', '=', slipId)
    .executeTakeFirst()
  return row && slipOf(row)
}

/** The regular slip paid before this one, to compare with. */
export async function slipBefore(ctx: Context, slip: StoredSlip): Promise<StoredSlip | undefined> {
  if (slip.kind !== 'regular') return undefined
  const row = await whole(ctx)
    .where('s.person_id', '=', slip.personId)
    .where('r.kind', '=', 'regular')
    .where('s.paid_on', '<', slip.paidOn)
    .where('s.period', '<', slip.period)
    .orderBy('s.paid_on', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && slipOf(row)
}

/** Somebody's slips paid from a day up to before another, in order: one's own, or anybody's for payroll. */
export async function slipsBetween(
  ctx: Context,
  permission: 'payroll.read-own' | 'payroll.read',
  { personId, from, until }: { personId: string; from: string; until: string },
): Promise<StoredSlip[]> {
  const rows = await whole(ctx)
    .where(ctx.visible(permission, { person: 's.person_id', unit: 's.unit_id' }))
    .where('s.person_id', '=', personId)
    .where('s.paid_on', '>=', from)
    .where('s.paid_on', '<', until)
    .orderBy('s.paid_on')
    .orderBy('s.id')
    .execute()
  return rows.map(slipOf)
}

export async function ownYears(ctx: Context, personId: string): Promise<number[]> {
  const rows = await published(ctx)
    .where(ctx.visible('payroll.read-own', { person: 's.person_id' }))
    .where('s.person_id', '=', personId)
    .select(sql<string>`extract(year from s.paid_on)`.as('year'))
    .distinct()
    .execute()
  return rows.map(({ year }) => Number(year)).toSorted((a, b) => b - a)
}

/** Whom a run has paid, for telling them. */
export async function publishedOf(
  ctx: Context,
  runId: string,
): Promise<{ slipId: string; personId: string; period: string }[]> {
  return ctx.db
    .selectFrom('pay_slip')
    .select(['id as slipId', 'person_id as personId', 'period'])
    .where('tenant_id', '=', ctx.tenantId)
    .where('run_id', '=', runId)
    .where('state', '=', 'published')
    .execute()
}

/** Names of items as they were on a day, one of the group before one of all groups; `isOnSlip` with them. */
export async function itemNames(
  ctx: Context,
  groupId: string,
  codes: readonly string[],
  day: string,
): Promise<Map<string, { name: Text; place: number; isOnSlip: boolean; kind: string }>> {
  const rows = await ctx.db
    .selectFrom('pay_item as i')
    .select(['i.code', 'i.name', 'i.place', 'i.is_on_slip', 'i.group_id', 'i.kind'])
    .where('i.tenant_id', '=', ctx.tenantId)
    .where((eb) => eb('i.code', '=', eb.fn.any(eb.val([...codes]))))
    .where((eb) => eb.or([eb('i.group_id', 'is', null), eb('i.group_id', '=', groupId)]))
    // the version of the day; one that began later still names what a correction brought
    .orderBy(sql`i.group_id is not null`)
    .orderBy(sql`i.valid_from <= ${day}::date and (i.valid_until is null or i.valid_until > ${day}::date)`)
    .orderBy('i.valid_from')
    .execute()
  return new Map(
    rows.map(({ code, name, place, is_on_slip: isOnSlip, kind }) => [
      code,
      { name: name as Text, place, isOnSlip, kind },
    ]),
  )
}

export async function noteOpened(ctx: Context, slipId: string): Promise<void> {
  await ctx.db
    .updateTable('pay_slip')
    .set({ opened_at: ctx.now })
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', slipId)
    .where('opened_at', 'is', null)
    .execute()
}

export async function noteReceived(ctx: Context, slipId: string): Promise<void> {
  await ctx.db
    .updateTable('pay_slip')
    .set({ confirmed_at: ctx.now })
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', slipId)
    .where('confirmed_at', 'is', null)
    .execute()
}

function whole(ctx: Context) {
  return published(ctx)
    .innerJoin('person as p', (join) => join.onRef('p.tenant_id', '=', 's.tenant_id').onRef('p.id', '=', 's.person_id'))
    .leftJoin('unit_version as e', (join) =>
      join
        .onRef('e.tenant_id', '=', 'g.tenant_id')
        .onRef('e.unit_id', '=', 'g.employer_unit_id')
        .on(validOn('e', ctx.today)),
    )
    .leftJoin('unit_version as u', (join) =>
      join.onRef('u.tenant_id', '=', 's.tenant_id').onRef('u.unit_id', '=', 's.unit_id').on(validOn('u', ctx.today)),
    )
    .leftJoin('position_version as v', (join) =>
      join
        .onRef('v.tenant_id', '=', 's.tenant_id')
        .onRef('v.position_id', '=', 's.position_id')
        .on(validOn('v', ctx.today)),
    )
    .select([...headColumns, 'e.name as employer_name'])
    .select(['s.person_id', 'r.group_id', 'g.jurisdiction', 's.lines', 's.inputs'])
    .select(['s.gross_fen', 's.insurance_fen', 's.tax_fen', 's.net_fen', 's.receivable_fen', 's.employer_cost_fen'])
    .select(['p.name as person_name', 'p.number as person_number', 'u.name as unit_name', 'v.title as position_name'])
}

type WholeRow = Awaited<ReturnType<ReturnType<typeof whole>['execute']>>[number]
type HeadRow = Pick<
  WholeRow,
  'id' | 'period' | 'paid_on' | 'kind' | 'title' | 'opened_at' | 'confirmed_at' | 'employer_name'
>

function headOf(row: HeadRow): Omit<SlipHead, 'openQuestions'> {
  return {
    id: row.id,
    period: row.period,
    paidOn: row.paid_on,
    kind: row.kind as SlipHead['kind'],
    title: row.title,
    employerName: row.employer_name as Text | null,
    openedAt: row.opened_at?.toISOString() ?? null,
    confirmedAt: row.confirmed_at?.toISOString() ?? null,
  }
}

function slipOf(row: WholeRow): StoredSlip {
  const [gross, insurance, tax] = [Number(row.gross_fen), Number(row.insurance_fen), Number(row.tax_fen)]
  const [net, receivable] = [Number(row.net_fen), Number(row.receivable_fen)]
  return {
    ...headOf(row),
    personId: row.person_id,
    groupId: row.group_id,
    personName: row.person_name,
    personNumber: row.person_number,
    unitName: row.unit_name as Text | null,
    positionName: row.position_name as Text | null,
    jurisdiction: row.jurisdiction,
    sums: {
      gross,
      insurance,
      tax,
      otherDeductions: gross + receivable - net - insurance - tax,
      net,
      receivable,
      employerCost: Number(row.employer_cost_fen),
    },
    lines: row.lines as unknown as PayLine[],
    inputs: row.inputs as unknown as SlipInput[],
  }
}
