import pg from 'pg'
import type { ConnectionSettings } from '#kernel/database'

const units = 1000
const perUnit = 10

/**
 * A company of 10,000 positions and as many people in a tree of 1,000 units, six below each; a lead per unit who answers
 * to the lead of the unit above, every 29th seat vacant and every 97th position with a dotted line. Written by SQL,
 * because the bench is of reading and drawing it.
 */
export async function seedChart(owner: ConnectionSettings, tenantId: string): Promise<string> {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    const tenant = `'${tenantId}'::uuid`
    const id = (kind: string, number: string) => `md5('${kind}' || ${number})::uuid`
    const above = '((n - 2) / 6 + 1)'
    const lead = `((n - 1) / ${perUnit}) * ${perUnit} + 1`
    const unitOf = `(n - 1) / ${perUnit} + 1`
    const names = `(array['王','李','张','刘','陈','杨','赵','黄'])[n % 8 + 1] || (array['伟','芳','敏','静','强','磊','洋','艳','勇','杰'])[n / 8 % 10 + 1] || (array['','华','明'])[n / 80 % 3 + 1]`
    await client.query(`
      insert into unit (tenant_id, id, code, created_at) select ${tenant}, ${id('unit', 'n')}, 'T' || n, now() from generate_series(1, ${units}) n;
      insert into unit_version (tenant_id, id, unit_id, name, kind, parent_id, valid_from)
        select ${tenant}, gen_random_uuid(), ${id('unit', 'n')}, jsonb_build_object('en', 'Department ' || n, 'zh-CN', '部门' || n), 'department',
          case when n = 1 then (select u.id from unit u where u.tenant_id = ${tenant} and u.code = 'ROOT') else ${id('unit', above)} end, '2020-01-01'::date
        from generate_series(1, ${units}) n;
      insert into position (tenant_id, id, code, created_at)
        select ${tenant}, ${id('seat', 'n')}, 'S' || n, now() from generate_series(1, ${units * perUnit}) n;
      insert into position_version (tenant_id, id, position_id, unit_id, title, headcount, is_lead, reports_to_id, valid_from)
        select ${tenant}, gen_random_uuid(), ${id('seat', 'n')}, ${id('unit', unitOf)},
          case when n = ${lead} then '{"en": "Head of department", "zh-CN": "部门经理"}' else '{"en": "Quality engineer", "zh-CN": "质量工程师"}' end::jsonb,
          1, n = ${lead},
          case when n = 1 then null when n = ${lead} then ${id('seat', `((${unitOf} - 2) / 6) * ${perUnit} + 1`)} else ${id('seat', lead)} end, '2020-01-01'::date
        from generate_series(1, ${units * perUnit}) n;
      insert into person (tenant_id, id, number, name, pinyin, created_at)
        select ${tenant}, ${id('person', 'n')}, 'P' || n, ${names}, 'wang wei ' || n || ' ww', now() from generate_series(1, ${units * perUnit}) n;
      insert into assignment (tenant_id, id, person_id, position_id, kind, share_permille, valid_from)
        select ${tenant}, gen_random_uuid(), ${id('person', 'n')}, ${id('seat', 'n')}, 'main', 1000, '2020-01-01'::date
        from generate_series(1, ${units * perUnit}) n where n % 29 <> 0;
      insert into dotted_line (tenant_id, id, position_id, to_position_id, valid_from)
        select ${tenant}, gen_random_uuid(), ${id('seat', 'n')}, ${id('seat', 'n - 60')}, '2020-01-01'::date
        from generate_series(97, ${units * perUnit}) n where n % 97 = 0;
      analyze`)
    const accountId = crypto.randomUUID()
    await client.query(
      `insert into account (tenant_id, id, login, name, person_id, created_at)
       select $1, $2, 'bench', 'Bench', ${id('person', '1')}, now()`,
      [tenantId, accountId],
    )
    await client.query(
      `insert into account_role (tenant_id, account_id, role_id, unit_id, valid_from)
       select tenant_id, $2::uuid, id, tenant_id, '2020-01-01'::date from role where tenant_id = $1 and key = 'employee'`,
      [tenantId, accountId],
    )
    return accountId
  } finally {
    await client.end()
  }
}
