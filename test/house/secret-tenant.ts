import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { World } from '#test/world'
import { secretPay } from './secret-pay.ts'

export type Secrets = { readonly ids: readonly string[]; snapshot(): Promise<string> }

/** Another company with one thing of each kind, every text of which says "canary": it must never be seen, nor change. */
export async function secretTenant(world: World): Promise<Secrets> {
  const tenantId = await world.anotherTenant()
  const ids = await world.within(async (ctx) => {
    const { db } = ctx
    const own = { tenant_id: tenantId }
    const id = () => ctx.newId()
    const name = JSON.stringify({ en: 'canary' })
    const [
      person,
      unit,
      position,
      responsibility,
      version,
      duty,
      task,
      entry,
      fact,
      account,
      role,
      file,
      key,
      notification,
      holding,
      assignment,
    ] = Array.from({ length: 16 }, id) as [
      string,
      string,
      string,
      string,
      string,
      string,
      string,
      string,
      string,
      string,
      string,
      string,
      string,
      string,
      string,
      string,
    ]
    const at = ctx.now
    const from = '2020-01-01'
    await db
      .insertInto('person')
      .values({ ...own, id: person, number: 'canary', name: 'canary', mobile: 'canary', created_at: at })
      .execute()
    await db
      .insertInto('personnel_file')
      .values({ ...own, person_id: person, id_number: 'canary' })
      .execute()
    await db
      .insertInto('unit')
      .values({ ...own, id: unit, code: 'canary', created_at: at })
      .execute()
    await db
      .insertInto('unit_version')
      .values({ ...own, id: id(), unit_id: unit, name, kind: 'department', valid_from: from })
      .execute()
    await db
      .insertInto('position')
      .values({ ...own, id: position, code: 'canary', created_at: at })
      .execute()
    await db
      .insertInto('position_version')
      .values({ ...own, id: id(), position_id: position, unit_id: unit, title: name, valid_from: from })
      .execute()
    await db
      .insertInto('assignment')
      .values({
        ...own,
        id: assignment,
        person_id: person,
        position_id: position,
        kind: 'main',
        share_permille: 1000,
        valid_from: from,
      })
      .execute()
    await db
      .insertInto('responsibility')
      .values({ ...own, id: responsibility, code: 'canary', unit_id: unit, created_at: at })
      .execute()
    await db
      .insertInto('responsibility_version')
      .values({
        ...own,
        id: version,
        responsibility_id: responsibility,
        number: 1,
        name,
        purpose: name,
        valid_from: from,
        created_at: at,
      })
      .execute()
    await db
      .insertInto('responsibility_duty')
      .values({
        ...own,
        id: duty,
        version_id: version,
        key: 'canary',
        name,
        cadence: JSON.stringify({ every: 'workday', times: 1, dueTime: '18:00', dueWorkday: -1 }),
        fact_kind: 'canary',
      })
      .execute()
    await db
      .insertInto('holding')
      .values({
        ...own,
        id: holding,
        responsibility_id: responsibility,
        position_id: position,
        raci: 'accountable',
        valid_from: from,
      })
      .execute()
    await db
      .insertInto('task')
      .values({
        ...own,
        id: task,
        title: name,
        origin: 'manual',
        person_id: person,
        unit_id: unit,
        period_from: from,
        period_until: '2020-01-02',
        due_at: at,
        once_key: 'canary',
        created_at: at,
        note: 'canary',
      })
      .execute()
    await db
      .insertInto('task_entry')
      .values({
        ...own,
        id: entry,
        task_id: task,
        person_id: person,
        happened_at: at,
        note: 'canary',
        handed_in_at: at,
      })
      .execute()
    await db
      .insertInto('fact')
      .values({
        ...own,
        id: fact,
        kind: 'canary',
        happened_at: at,
        day: from,
        person_id: person,
        source: 'canary',
        source_key: 'canary',
        recorded_at: at,
      })
      .execute()
    await db
      .insertInto('account')
      .values({ ...own, id: account, login: 'canary', name: 'canary', person_id: person, created_at: at })
      .execute()
    await db
      .insertInto('role')
      .values({ ...own, id: role, key: 'canary', name: 'canary' })
      .execute()
    await db
      .insertInto('file')
      .values({
        ...own,
        id: file,
        name: 'canary',
        media_type: 'text/plain',
        size_bytes: 6,
        sha256: '',
        uploaded_by: account,
        uploaded_at: at,
      })
      .execute()
    await db
      .insertInto('api_key')
      .values({ ...own, id: key, name: 'canary', secret_hash: Buffer.from('canary'), permissions: [], created_at: at })
      .execute()
    await db
      .insertInto('notification')
      .values({ ...own, id: notification, account_id: account, kind: 'canary', facts: '{}', link: '/canary', at })
      .execute()
    const pay = await secretPay(ctx, { person, unit, account })
    return [
      ...pay,
      person,
      unit,
      position,
      responsibility,
      version,
      duty,
      task,
      entry,
      fact,
      account,
      role,
      file,
      key,
      notification,
      holding,
      assignment,
    ]
  }, tenantId)
  return { ids, snapshot: () => snapshotOf(world, tenantId) }
}

/** A fingerprint of every row of a company in every table. */
async function snapshotOf(world: World, tenantId: string): Promise<string> {
  return world.within(async (ctx) => {
    const tables = await sql<{ name: string }>`select table_name as name from information_schema.columns
      where table_schema = 'public' and column_name = 'tenant_id' order by 1`.execute(ctx.db)
    const parts = tables.rows.map(
      ({ name }) =>
        sql`select ${name} as t, coalesce(string_agg(r::text, ',' order by r::text), '') as rows from ${sql.table(name)} r`,
    )
    const { rows } = await sql<{ t: string; rows: string }>`${sql.join(parts, sql` union all `)}`.execute(ctx.db)
    return createHash('sha256').update(JSON.stringify(rows)).digest('hex')
  }, tenantId)
}
