import pg from 'pg'
import type { ConnectionSettings } from '#kernel/database'

export type BenchTenant = { readonly tenantId: string; readonly managerId: string; readonly managerPersonId: string }

const teams = 400
const peopleInTeam = 50

/**
 * A company of 20,000 people in 400 teams, each led by its first member, with five open and five done tasks each:
 * written by SQL, because the benchmark is of reading it.
 */
export async function seedCompany(owner: ConnectionSettings, tenantId: string): Promise<BenchTenant> {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    const id = (kind: string, number: string) => `md5('${kind}' || ${number})::uuid`
    await client.query(`
      insert into unit (tenant_id, id, code, created_at) select '${tenantId}'::uuid, ${id('unit', 'n')}, 'T' || n, now() from generate_series(1, ${teams}) n;
      insert into unit_version (tenant_id, id, unit_id, name, kind, parent_id, valid_from)
        select '${tenantId}'::uuid, gen_random_uuid(), ${id('unit', 'n')}, jsonb_build_object('en', 'Team ' || n), 'team',
          (select u.id from unit u where u.tenant_id = '${tenantId}' and u.code = 'ROOT'), '2020-01-01'::date from generate_series(1, ${teams}) n;
      insert into position (tenant_id, id, code, created_at)
        select '${tenantId}'::uuid, ${id('lead', 'n')}, 'L' || n, now() from generate_series(1, ${teams}) n
        union all select '${tenantId}'::uuid, ${id('seat', 'n')}, 'S' || n, now() from generate_series(1, ${teams}) n;
      insert into position_version (tenant_id, id, position_id, unit_id, title, headcount, is_lead, reports_to_id, valid_from)
        select '${tenantId}'::uuid, gen_random_uuid(), ${id('lead', 'n')}, ${id('unit', 'n')}, '{"en": "Lead"}'::jsonb, 1, true, null::uuid, '2020-01-01'::date from generate_series(1, ${teams}) n
        union all select '${tenantId}'::uuid, gen_random_uuid(), ${id('seat', 'n')}, ${id('unit', 'n')}, '{"en": "Clerk"}'::jsonb, ${peopleInTeam}, false, ${id('lead', 'n')}, '2020-01-01'::date from generate_series(1, ${teams}) n;
      insert into person (tenant_id, id, number, name, pinyin, created_at)
        select '${tenantId}'::uuid, ${id('person', 'n')}, 'P' || n, 'Person ' || n, 'person ' || n, now() from generate_series(1, ${teams * peopleInTeam}) n;
      insert into personnel_file (tenant_id, person_id, hired_on) select tenant_id, id, '2020-01-01'::date from person where tenant_id = '${tenantId}';
      insert into assignment (tenant_id, id, person_id, position_id, kind, share_permille, valid_from)
        select '${tenantId}'::uuid, gen_random_uuid(), ${id('person', 'n')},
          case when (n - 1) % ${peopleInTeam} = 0 then ${id('lead', '((n - 1) / 50 + 1)')} else ${id('seat', '((n - 1) / 50 + 1)')} end, 'main', 1000, '2020-01-01'::date
        from generate_series(1, ${teams * peopleInTeam}) n;
      insert into task (tenant_id, id, title, origin, person_id, unit_id, period_from, period_until, due_at, status, done_at, once_key, created_at)
        select '${tenantId}'::uuid, gen_random_uuid(), '{"en": "Call on a customer"}'::jsonb, 'manual', ${id('person', 'n')}, ${id('unit', '((n - 1) / 50 + 1)')},
          current_date, current_date + 1, now() + make_interval(hours => k * 7 - 20 + n % 5), case when k <= 5 then 'open' else 'done' end,
          case when k > 5 then now() end, n || ':' || k, now()
        from generate_series(1, ${teams * peopleInTeam}) n, generate_series(1, 10) k;
      analyze`)
    const accountId = crypto.randomUUID()
    const { rows } = await client.query<{ id: string }>(`select ${id('person', '1')} as id`)
    const managerPersonId = rows[0]?.id ?? ''
    await client.query(
      `insert into account (tenant_id, id, login, name, person_id, created_at) values ($1, $2, 'bench', 'Bench', $3, now())`,
      [tenantId, accountId, managerPersonId],
    )
    await client.query(
      `insert into account_role (tenant_id, account_id, role_id, unit_id, valid_from)
       select tenant_id, $2::uuid, id, tenant_id, '2020-01-01'::date from role where tenant_id = $1 and key = 'employee'`,
      [tenantId, accountId],
    )
    return { tenantId, managerId: accountId, managerPersonId }
  } finally {
    await client.end()
  }
}
