import { sql } from 'kysely'
import type { Change } from '#core/reorganisation'
import { systemActor } from '#kernel/access'
import type { Context } from '#kernel/context'
import { perform } from '#kernel/jobs'
import { inTenant } from '#kernel/transaction'
import { createTenant } from '#modules/base'
import { openDraft } from '#modules/reorganisation'
import { figure, seconds, type Figure } from './measure.ts'
import type { Place } from './place.ts'
import { seedOrganisation, size } from './seed-organisation.ts'

const changeCount = 2000

/** A draft of 2,000 changes carried out on 50,000 people, 5,000 units and ten years of history, on its day. */
export async function benchDraft(place: Place): Promise<Figure[]> {
  const tenantId = await createTenant(place.house, { slug: 'redrawn', name: 'Redrawn', language: 'en' })
  await seedOrganisation(place.database.owner, tenantId)
  const within = <T>(work: (ctx: Context) => Promise<T>) => inTenant(place.house, tenantId, systemActor('en'), work)
  const { draftId, counts } = await within(async (ctx) => {
    const changes = await changesOf(ctx)
    const { draftId: id } = await openDraft(ctx, { name: 'The whole firm', day: ctx.today, changes })
    await sql`update draft set state = 'approved' where tenant_id = ${tenantId} and id = ${id}`.execute(ctx.db)
    return {
      draftId: id,
      counts: Object.fromEntries([...Map.groupBy(changes, (one) => one.do)].map(([kind, all]) => [kind, all.length])),
    }
  })
  const applied = await seconds(() => perform(place.house, 'reorganisation', 'applyDue', { tenantId }))
  const { state, rows } = await within(async (ctx) => {
    const draft = await ctx.db
      .selectFrom('draft')
      .select(['state', 'held_back'])
      .where('tenant_id', '=', tenantId)
      .where('id', '=', draftId)
      .executeTakeFirstOrThrow()
    if (draft.state !== 'applied') throw new Error(`not applied: ${JSON.stringify(draft.held_back)}`)
    const { written } = await ctx.db
      .selectFrom('draft_effect')
      .select((eb) => eb.fn.countAll<number>().as('written'))
      .where('tenant_id', '=', tenantId)
      .executeTakeFirstOrThrow()
    return { state: draft.state, rows: written }
  })
  return [
    figure(
      `a draft of ${changeCount.toLocaleString('en')} changes applied to 50,000 people, 5,000 units and ten years of history`,
      applied,
      's',
      { atMost: 5 },
      { ...size, ...counts, rows, state },
    ),
  ]
}

/** Units move and split, positions follow, people change seats: what a redrawn firm asks, in like parts. */
async function changesOf(ctx: Context): Promise<Change[]> {
  const units = await idsOf(
    ctx,
    sql`select id from unit where tenant_id = ${ctx.tenantId} and code ~ '^B[0-9]+$' order by substring(code from 2)::int`,
  )
  const leaves = units.slice(700) // none of these has units below but through the first 700
  const positions = await idsOf(
    ctx,
    sql`select id from position where tenant_id = ${ctx.tenantId} and code ~ '^Q[0-9]+$' order by substring(code from 2)::int`,
  )
  const { rows: seats } = await sql<{ person: string; position: string }>`
    select person_id as person, position_id as position from assignment
    where tenant_id = ${ctx.tenantId} and valid_until is null and valid_from < ${ctx.today} order by person_id limit 800`.execute(
    ctx.db,
  )
  const made = Array.from({ length: 100 }, () => ctx.newId())
  const at = <T>(list: readonly T[], index: number) => list[index] as T
  return [
    ...made.map((unitId, n): Change => ({
      do: 'create-unit',
      unitId,
      name: { en: `New ${n}` },
      kind: 'team',
      parentId: at(units, n),
    })),
    ...Array.from({ length: 300 }, (_, n): Change => ({
      do: 'move-unit',
      unitId: at(leaves, 2000 + n),
      parentId: at(made, n % 100),
    })),
    ...Array.from({ length: 200 }, (_, n): Change => ({
      do: 'rename-unit',
      unitId: at(leaves, n),
      name: { en: `Renamed ${n}` },
    })),
    ...Array.from({ length: 400 }, (_, n): Change => ({
      do: 'move-position',
      positionId: at(positions, 6000 + n),
      unitId: at(made, n % 100),
    })),
    ...Array.from({ length: 200 }, (_, n): Change => ({
      do: 'change-headcount',
      positionId: at(positions, 8000 + n),
      headcount: 9,
    })),
    ...seats.map((seat, n): Change => ({
      do: 'reassign-person',
      personId: seat.person,
      fromPositionId: seat.position,
      toPositionId: at(positions, 11_000 + n),
    })),
  ]
}

async function idsOf(ctx: Context, query: ReturnType<typeof sql>): Promise<string[]> {
  const { rows } = await query.execute(ctx.db)
  return (rows as { id: string }[]).map((row) => row.id)
}
