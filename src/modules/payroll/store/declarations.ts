import { sql } from 'kysely'
import type { Day } from '#core/calendar'
import { validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'
import { personMatches } from '#modules/organisation'
import type { Declaration, DeclarationOf } from '../contract/declarations.ts'

export type StoredDeclaration = Declaration & { readonly personId: string; readonly sealed: Buffer }

/** All of a person's, the newest first. */
export async function declarationsOf(ctx: Context, personId: string): Promise<StoredDeclaration[]> {
  const rows = await stored(ctx)
    .where('person_id', '=', personId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(declarationOf)
}

export async function declarationById(ctx: Context, id: string): Promise<StoredDeclaration | undefined> {
  const row = await stored(ctx).where('id', '=', id).executeTakeFirst()
  return row && declarationOf(row)
}

/** Approved ones of people that hold at some time from `from` to `day`, in an order that is always the same. */
export async function approvedOf(
  ctx: Context,
  personIds: readonly string[],
  kinds: readonly Declaration['kind'][],
  { from, day }: { from: Day; day: Day },
): Promise<StoredDeclaration[]> {
  const rows = await stored(ctx)
    .where((eb) => eb('person_id', '=', eb.fn.any(eb.val([...personIds]))))
    .where('kind', 'in', [...kinds])
    .where('state', '=', 'approved')
    .where('valid_from', '<=', day)
    .where((eb) => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>', from)]))
    .orderBy('valid_from')
    .orderBy('id')
    .execute()
  return rows.map(declarationOf)
}

/** People whose approved bank account holds on a day; nothing is opened for it. */
export async function peopleWithAccount(ctx: Context, personIds: readonly string[], day: Day): Promise<Set<string>> {
  const rows = await ctx.db
    .selectFrom('declaration')
    .select('person_id as personId')
    .where('tenant_id', '=', ctx.tenantId)
    .where((eb) => eb('person_id', '=', eb.fn.any(eb.val([...personIds]))))
    .where('kind', '=', 'bank-account')
    .where('state', '=', 'approved')
    .where(validOn('declaration', day))
    .execute()
  return new Set(rows.map(({ personId }) => personId))
}

type Fresh = Pick<StoredDeclaration, 'id' | 'personId' | 'kind' | 'shown' | 'sealed' | 'from' | 'until'>

export async function insertDeclaration(ctx: Context, { personId, from, until, ...fresh }: Fresh): Promise<void> {
  const days = { valid_from: from, valid_until: until, created_at: ctx.now }
  await ctx.db
    .insertInto('declaration')
    .values({ tenant_id: ctx.tenantId, person_id: personId, ...fresh, ...days })
    .execute()
}

type Change = {
  readonly state?: Declaration['state']
  readonly reason?: string | null
  readonly until?: Day | null
  readonly isDecided?: boolean
}

/** @returns whether the version still was what the caller had seen */
export async function changeDeclaration(
  ctx: Context,
  { id, version }: Pick<Declaration, 'id' | 'version'>,
  { state, reason, until, isDecided }: Change,
): Promise<boolean> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('declaration')
    .set({
      version: version + 1,
      ...(state === undefined ? {} : { state }),
      ...(reason === undefined ? {} : { reason }),
      ...(until === undefined ? {} : { valid_until: until }),
      ...(isDecided ? { decided_by_id: ctx.actor.accountId, decided_at: ctx.now } : {}),
    })
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

type Filter = {
  readonly state?: readonly string[] | undefined
  readonly kind?: readonly string[] | undefined
  readonly text?: string | undefined
  readonly limit: number
  readonly offset: number
}

/** Declarations the asker decides on: open ones by age, others the newest first. */
export async function declarationList(
  ctx: Context,
  { state, kind, text, limit, offset }: Filter,
): Promise<{ total: number; open: number; rows: DeclarationOf[] }> {
  let query = ctx.db
    .selectFrom('declaration as d')
    .innerJoin('person as p', (join) => join.onRef('p.tenant_id', '=', 'd.tenant_id').onRef('p.id', '=', 'd.person_id'))
    .where('d.tenant_id', '=', ctx.tenantId)
    .where(ctx.visible('payroll.decide-declarations', { person: 'd.person_id' }))
  const { open } = await query
    .where('d.state', '=', 'proposed')
    .select((eb) => eb.fn.countAll<number>().as('open'))
    .executeTakeFirstOrThrow()
  if (state) query = query.where('d.state', 'in', [...state])
  if (kind) query = query.where('d.kind', 'in', [...kind])
  if (text) query = query.where(personMatches(ctx, text))
  const { total } = await query.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await query
    .select([...columns('d'), 'd.person_id as personId', 'p.number', 'p.name', 'p.latin_name as latinName'])
    .orderBy(sql`d.state <> 'proposed'`)
    .orderBy(sql`case when d.state = 'proposed' then d.created_at end`)
    .orderBy('d.created_at', 'desc')
    .orderBy('d.id')
    .limit(limit)
    .offset(offset)
    .execute()
  return {
    total: Number(total),
    open: Number(open),
    rows: rows.map(({ personId, number, name, latinName, ...row }) => ({
      ...plain(row),
      personId,
      number,
      name,
      latinName,
      isOwn: personId === ctx.actor.personId,
    })),
  }
}

function columns<Alias extends string>(alias: Alias) {
  return [
    `${alias}.id`,
    `${alias}.version`,
    `${alias}.kind`,
    `${alias}.shown`,
    `${alias}.state`,
    `${alias}.reason`,
    `${alias}.valid_from as from`,
    `${alias}.valid_until as until`,
    `${alias}.created_at as createdAt`,
    `${alias}.decided_at as decidedAt`,
  ] as const
}

function stored(ctx: Context) {
  return ctx.db
    .selectFrom('declaration')
    .select([...columns('declaration'), 'person_id as personId', 'sealed'])
    .where('tenant_id', '=', ctx.tenantId)
}

type Row = {
  id: string
  version: number
  kind: string
  shown: string
  state: string
  reason: string | null
  from: string
  until: string | null
  createdAt: Date
  decidedAt: Date | null
}

function plain(row: Row): Declaration {
  return {
    ...row,
    kind: row.kind as Declaration['kind'],
    state: row.state as Declaration['state'],
    createdAt: row.createdAt.toISOString(),
    decidedAt: row.decidedAt?.toISOString() ?? null,
  }
}

function declarationOf({ personId, sealed, ...row }: Row & { personId: string; sealed: Buffer }): StoredDeclaration {
  return { ...plain(row), personId, sealed }
}
