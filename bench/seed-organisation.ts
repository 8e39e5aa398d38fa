import pg from 'pg'
import type { ConnectionSettings } from '#kernel/database'

export const size = { units: 5000, positions: 15_000, people: 50_000 } as const

// an id told by a name, of the shape ids have
const madeIds = `create function pg_temp.made(name text) returns uuid language sql immutable as
  $$ select (substr(md5(name), 1, 12) || '4' || substr(md5(name), 14, 3) || '8' || substr(md5(name), 18))::uuid $$`

/**
 * A company with ten years behind it: 5,000 units eight to a parent, each renamed twice; three positions to a unit, each
 * changed twice; 50,000 people with Chinese names who changed seats three times. Written by SQL: reading is measured.
 * @returns the account of somebody in the personnel department
 */
export async function seedOrganisation(owner: ConnectionSettings, tenantId: string): Promise<string> {
  const client = new pg.Client(owner)
  await client.connect()
  const { units, positions, people } = size
  const tenant = `'${tenantId}'::uuid`
  const id = (kind: string, number: string) => `pg_temp.made('${kind}' || (${number}))`
  const spans = `(values (1, '2016-01-01'::date, '2019-04-01'::date), (2, '2019-04-01', '2023-01-01'), (3, '2023-01-01', null)) v(k, since, until)`
  try {
    await client.query(madeIds)
    await client.query(`
      insert into unit (tenant_id, id, code, created_at) select ${tenant}, ${id('u', 'n')}, 'B' || n, now() from generate_series(1, ${units}) n;
      insert into unit_version (tenant_id, id, unit_id, name, kind, parent_id, sort_order, valid_from, valid_until)
        select ${tenant}, gen_random_uuid(), ${id('u', 'n')}, jsonb_build_object('zh-CN', '部门' || n || '-' || k, 'en', 'Unit ' || n || '-' || k), 'department',
          case when n = 1 then (select u.id from unit u where u.tenant_id = ${tenant} and u.code = 'ROOT') else ${id('u', '(n + 6) / 8')} end,
          n % 8, since, until
        from generate_series(1, ${units}) n, ${spans};
      insert into position (tenant_id, id, code, created_at) select ${tenant}, ${id('p', 'n')}, 'Q' || n, now() from generate_series(1, ${positions}) n;
      insert into position_version (tenant_id, id, position_id, unit_id, title, headcount, is_lead, reports_to_id, valid_from, valid_until)
        select ${tenant}, gen_random_uuid(), ${id('p', 'n')}, ${id('u', '(n - 1) % 5000 + 1')}, jsonb_build_object('zh-CN', '岗位' || n || '-' || k),
          case when n <= ${units} then 1 else 5 end, n <= ${units},
          case when n = 1 then null when n <= ${units} then ${id('p', '(n + 6) / 8')} else ${id('p', '(n - 1) % 5000 + 1')} end, since, until
        from generate_series(1, ${positions}) n, ${spans};
      with parts as (select
          string_to_array('王wang,李li,张zhang,刘liu,陈chen,杨yang,黄huang,赵zhao,吴wu,周zhou,徐xu,孙sun,马ma,朱zhu,胡hu,郭guo,何he,林lin,高gao,罗luo', ',') as family,
          string_to_array('伟wei,芳fang,娜na,敏min,静jing,丽li,强qiang,磊lei,军jun,洋yang,勇yong,艳yan,杰jie,娟juan,涛tao,明ming,超chao,兰lan,霞xia,平ping,刚gang,桂gui,英ying,华hua,玉yu,红hong,建jian,文wen,国guo,春chun,飞fei,鹏peng,雪xue,梅mei,浩hao,宇yu,晨chen,佳jia,琳lin,峰feng', ',') as given
        ), named as (
          select n, family[n % 20 + 1] as f, given[n / 20 % 40 + 1] as g, given[n / 800 % 40 + 1] as h from parts, generate_series(1, ${people}) n)
      insert into person (tenant_id, id, number, name, pinyin, created_at)
        select ${tenant}, ${id('h', 'n')}, 'N' || lpad(n::text, 5, '0'), left(f, 1) || left(g, 1) || left(h, 1),
          substr(f, 2) || ' ' || substr(g, 2) || ' ' || substr(h, 2) || ' ' || substr(f, 2, 1) || substr(g, 2, 1) || substr(h, 2, 1), now() from named;
      insert into personnel_file (tenant_id, person_id, hired_on, employment)
        select tenant_id, id, '2016-01-01'::date, case when right(number, 1) = '7' then 'probation' when right(number, 2) = '33' then 'left' else 'regular' end from person where tenant_id = ${tenant};
      insert into assignment (tenant_id, id, person_id, position_id, kind, share_permille, valid_from, valid_until)
        select ${tenant}, gen_random_uuid(), ${id('h', 'n')}, ${id('p', `(n * k * 7 + k) % ${positions} + 1`)}, 'main', 1000,
          since + n % 200, until + n % 200
        from generate_series(1, ${people}) n,
          (values (1, '2016-01-01'::date, '2018-01-01'::date), (2, '2018-01-01', '2021-01-01'), (3, '2021-01-01', '2024-01-01'), (4, '2024-01-01', null)) v(k, since, until);
      analyze`)
    const accountId = crypto.randomUUID()
    await client.query(
      `insert into account (tenant_id, id, login, name, created_at) values ($1, $2, 'bench', 'Bench', now())`,
      [tenantId, accountId],
    )
    await client.query(
      `insert into account_role (tenant_id, account_id, role_id, unit_id, valid_from)
       select tenant_id, $2::uuid, id, tenant_id, '2020-01-01'::date from role where tenant_id = $1 and key = 'hr'`,
      [tenantId, accountId],
    )
    return accountId
  } finally {
    await client.end()
  }
}
