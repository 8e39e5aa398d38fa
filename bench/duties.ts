import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { sql } from 'kysely'
import type { ConnectionSettings } from '#kernel/database'
import { createTenant } from '#modules/base'
import { perform } from '#kernel/jobs'
import { systemActor } from '#kernel/access'
import { inTenant } from '#kernel/transaction'
import { figure, seconds, type Figure } from './measure.ts'
import type { Place } from './place.ts'

const duties = Number(process.env['REMIT_BENCH_DUTIES'] ?? 100_000)
/** Of a hundred duties so many recur so: most of what a firm writes down is due once a month. */
const mix = { workday: 5, week: 25, month: 60, quarter: 10 } as const

/** The tasks of a month of recurring duties, each held by one person, made by the job that makes them each night. */
export async function benchDuties(place: Place): Promise<Figure[]> {
  const tenantId = await createTenant(place.house, { slug: 'duties', name: 'Duties', language: 'zh-CN' })
  await seedDuties(place.database.owner, tenantId)
  const make = () => perform(place.house, 'tasks', 'makeTasks', { tenantId, payload: {} })
  const took = await seconds(make)
  const again = await seconds(make)
  const made = await inTenant(place.house, tenantId, systemActor('en'), async (ctx) => {
    const { rows } = await sql<{
      made: number
    }>`select count(*)::int as made from task where tenant_id = ${ctx.tenantId}`.execute(ctx.db)
    return rows[0]?.made ?? 0
  })
  return [
    figure(
      `${duties.toLocaleString('en')} recurring duties expanded for a month, with their tasks written`,
      took,
      's',
      { atMost: 20 },
      {
        tasks: made,
        tasksPerSecond: Math.round(made / took),
        mixPercent: mix,
        nothingNewSeconds: Math.round(again * 10) / 10,
      },
    ),
  ]
}

/** Ten duties to a responsibility, one position and person to each; the job looks a month back, as after a month's silence. */
async function seedDuties(owner: ConnectionSettings, tenantId: string): Promise<void> {
  const client = new pg.Client(owner)
  await client.connect()
  const held = Math.ceil(duties / 10)
  const tenant = `'${tenantId}'::uuid`
  const id = (kind: string) =>
    `(substr(md5('${kind}' || n), 1, 12) || '4' || substr(md5('${kind}' || n), 14, 3) || '8' || substr(md5('${kind}' || n), 18))::uuid`
  const unit = randomUUID()
  const every = `case when (n * 10 + k) % 100 < ${mix.workday} then 'workday' when (n * 10 + k) % 100 < ${mix.workday + mix.week} then 'week'
    when (n * 10 + k) % 100 < ${mix.workday + mix.week + mix.month} then 'month' else 'quarter' end`
  try {
    await client.query(`
      insert into unit (tenant_id, id, code, created_at) values (${tenant}, '${unit}', 'BENCH', now());
      insert into unit_version (tenant_id, id, unit_id, name, kind, parent_id, sort_order, valid_from)
        select ${tenant}, gen_random_uuid(), '${unit}', '{"en": "Bench"}', 'department', id, 0, '2020-01-01' from unit where tenant_id = ${tenant} and code = 'ROOT';
      insert into position (tenant_id, id, code, created_at) select ${tenant}, ${id('p')}, 'Q' || n, now() from generate_series(1, ${held}) n;
      insert into position_version (tenant_id, id, position_id, unit_id, title, headcount, is_lead, valid_from)
        select ${tenant}, gen_random_uuid(), ${id('p')}, '${unit}', '{"en": "Seat"}', 1, false, '2020-01-01' from generate_series(1, ${held}) n;
      insert into person (tenant_id, id, number, name, created_at) select ${tenant}, ${id('h')}, 'D' || n, 'Person ' || n, now() from generate_series(1, ${held}) n;
      insert into assignment (tenant_id, id, person_id, position_id, kind, share_permille, valid_from)
        select ${tenant}, gen_random_uuid(), ${id('h')}, ${id('p')}, 'main', 1000, '2020-01-01' from generate_series(1, ${held}) n;
      insert into responsibility (tenant_id, id, code, unit_id, created_at) select ${tenant}, ${id('r')}, 'R' || n, '${unit}', now() from generate_series(1, ${held}) n;
      insert into responsibility_version (tenant_id, id, responsibility_id, number, name, purpose, valid_from, created_at)
        select ${tenant}, ${id('v')}, ${id('r')}, 1, '{"en": "Work"}', '{}', '2020-01-01', now() from generate_series(1, ${held}) n;
      insert into responsibility_duty (tenant_id, id, version_id, key, name, cadence, fact_kind, sort_order)
        select ${tenant}, gen_random_uuid(), ${id('v')}, 'd' || k, jsonb_build_object('zh-CN', '周期职责 ' || k, 'en', 'Duty ' || k),
          jsonb_build_object('every', ${every}), 'bench', k from generate_series(1, ${held}) n, generate_series(0, 9) k;
      insert into holding (tenant_id, id, responsibility_id, position_id, raci, valid_from)
        select ${tenant}, gen_random_uuid(), ${id('r')}, ${id('p')}, 'responsible', '2020-01-01' from generate_series(1, ${held}) n;
      insert into calendar_year (tenant_id, year, source) select ${tenant}, y, 'bench' from generate_series(extract(year from now())::int - 1, extract(year from now())::int + 1) y
        on conflict do nothing;
      insert into setting (tenant_id, key, value, changed_at) values (${tenant}, 'tasks.catchUpDays', '30', now());
      insert into task_run (tenant_id, made_until) values (${tenant}, current_date - 31);
      analyze`)
  } finally {
    await client.end()
  }
}
