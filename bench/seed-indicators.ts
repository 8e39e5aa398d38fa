import type pg from 'pg'

export type Sizes = {
  readonly people: number
  /** Of them led by the manager who opens the board. */
  readonly boardPeople: number
  readonly facts: number
  readonly responsibilities: number
}

const id = (kind: string, number: string) => `md5('${kind}' || ${number})::uuid`

/**
 * One division of the manager's people and others, a responsibility for every few of them with four indicators each
 * (a count, a share, a sum, an average over facts of a kind of its own), and facts over eighteen months: written by SQL.
 */
export async function seedIndicators(
  owner: pg.Client,
  tenantId: string,
  { people, boardPeople, facts, responsibilities }: Sizes,
): Promise<{ managerId: string }> {
  const others = people - boardPeople
  const position = (n: string) =>
    `case when ${n} <= ${boardPeople} then ${id('seat', `(${n} % ${responsibilities})`)} else ${id('other', `(${n} % ${responsibilities})`)} end`
  await owner.query(`
    insert into unit (tenant_id, id, code, created_at) values ('${tenantId}', ${id('unit', "'a'")}, 'A', now()), ('${tenantId}', ${id('unit', "'b'")}, 'B', now());
    insert into unit_version (tenant_id, id, unit_id, name, kind, parent_id, valid_from)
      select '${tenantId}'::uuid, gen_random_uuid(), ${id('unit', 'n')}, jsonb_build_object('en', n), 'department',
        (select u.id from unit u where u.tenant_id = '${tenantId}' and u.code = 'ROOT'), '2020-01-01'::date from unnest(array['a', 'b']) n;
    insert into position (tenant_id, id, code, created_at) values ('${tenantId}', ${id('lead', "'1'")}, 'LEAD', now());
    insert into position (tenant_id, id, code, created_at)
      select '${tenantId}'::uuid, ${id('seat', 'n')}, 'S' || n, now() from generate_series(0, ${responsibilities - 1}) n
      union all select '${tenantId}'::uuid, ${id('other', 'n')}, 'O' || n, now() from generate_series(0, ${responsibilities - 1}) n;
    insert into position_version (tenant_id, id, position_id, unit_id, title, headcount, is_lead, reports_to_id, valid_from)
      values ('${tenantId}', gen_random_uuid(), ${id('lead', "'1'")}, ${id('unit', "'a'")}, '{"en": "Lead"}', 1, true, null, '2020-01-01');
    insert into position_version (tenant_id, id, position_id, unit_id, title, headcount, is_lead, reports_to_id, valid_from)
      select '${tenantId}'::uuid, gen_random_uuid(), p.id, case when p.code like 'S%' then ${id('unit', "'a'")} else ${id('unit', "'b'")} end,
        '{"en": "Clerk"}'::jsonb, 100, false, case when p.code like 'S%' then ${id('lead', "'1'")} end, '2020-01-01'::date
      from position p where p.tenant_id = '${tenantId}' and p.code ~ '^[SO][0-9]+$';
    insert into person (tenant_id, id, number, name, pinyin, created_at)
      select '${tenantId}'::uuid, ${id('person', 'n')}, 'P' || n, 'Person ' || n, 'person ' || n, now() from generate_series(0, ${people}) n;
    insert into personnel_file (tenant_id, person_id, hired_on) select tenant_id, id, '2020-01-01'::date from person where tenant_id = '${tenantId}';
    insert into assignment (tenant_id, id, person_id, position_id, kind, share_permille, valid_from)
      select '${tenantId}'::uuid, gen_random_uuid(), ${id('person', 'n')}, case when n = 0 then ${id('lead', "'1'")} else ${position('n')} end, 'main', 1000, '2020-01-01'::date
      from generate_series(0, ${boardPeople + others}) n;
    insert into responsibility (tenant_id, id, code, created_at)
      select '${tenantId}'::uuid, ${id('resp', 'n')}, 'R' || n, now() from generate_series(0, ${responsibilities - 1}) n;
    insert into responsibility_version (tenant_id, id, responsibility_id, number, name, purpose, valid_from, created_at)
      select '${tenantId}'::uuid, ${id('version', 'n')}, ${id('resp', 'n')}, 1, jsonb_build_object('en', 'Duty ' || n), '{}'::jsonb, '2020-01-01'::date, now()
      from generate_series(0, ${responsibilities - 1}) n;
    insert into responsibility_indicator (tenant_id, id, version_id, key, name, direction, target, weight_permille, period, measure, sort_order)
      select '${tenantId}'::uuid, gen_random_uuid(), ${id('version', 'n')}, k.key, jsonb_build_object('en', k.key), 'up', k.target, 250, 'month',
        replace(k.measure, 'KIND', 'visit-' || n)::jsonb, k.at
      from generate_series(0, ${responsibilities - 1}) n, (values
        (1, 'visits', 20, '{"kind": "figure", "figure": {"take": "count", "fact": "KIND", "where": []}}'),
        (2, 'signed', 0.3, '{"kind": "ratio", "part": {"take": "count", "fact": "KIND", "where": [{"dimension": "result", "is": ["signed"], "not": false}]}, "whole": {"take": "count", "fact": "KIND", "where": []}}'),
        (3, 'amount', 1000, '{"kind": "figure", "figure": {"take": "sum", "fact": "KIND", "of": "amount", "where": []}}'),
        (4, 'minutes', 30, '{"kind": "figure", "figure": {"take": "average", "fact": "KIND", "of": "minutes", "where": []}}')) k(at, key, target, measure);
    insert into holding (tenant_id, id, responsibility_id, position_id, raci, valid_from)
      select '${tenantId}'::uuid, gen_random_uuid(), ${id('resp', 'substr(p.code, 2)')}, p.id, 'responsible', '2020-01-01'::date
      from position p where p.tenant_id = '${tenantId}' and p.code ~ '^[SO][0-9]+$';
    analyze`)
  const step = 1_000_000
  for (let done = 0; done < facts; done += step)
    await owner.query(`
      insert into fact (tenant_id, id, kind, happened_at, day, person_id, unit_id, responsibility_id, dimensions, measures, source, source_key, recorded_at)
      select '${tenantId}'::uuid, gen_random_uuid(), 'visit-' || (p % ${responsibilities}), at, at::date, ${id('person', 'p')},
        case when p <= ${boardPeople} then ${id('unit', "'a'")} else ${id('unit', "'b'")} end, ${id('resp', `(p % ${responsibilities})`)},
        jsonb_build_object('result', case when n % 3 = 0 then 'signed' else 'lost' end, 'channel', 'c' || n % 7),
        jsonb_build_object('amount', n % 1000, 'minutes', 10 + n % 40), 'bench', n::text, now()
      from (select n, 1 + n % ${people} as p, now() - make_interval(secs => (n::float8 / ${facts}) * 540 * 86400) as at
        from generate_series(${done + 1}, ${Math.min(done + step, facts)}) n) x`)
  await owner.query('analyze')
  const managerId = crypto.randomUUID()
  await owner.query(
    `insert into account (tenant_id, id, login, name, person_id, created_at) values ($1, $2, 'bench', 'Bench', ${id('person', '0')}, now())`,
    [tenantId, managerId],
  )
  await owner.query(
    `insert into account_role (tenant_id, account_id, role_id, unit_id, valid_from)
     select tenant_id, $2::uuid, id, tenant_id, '2020-01-01'::date from role where tenant_id = $1 and key = 'employee'`,
    [tenantId, managerId],
  )
  return { managerId }
}
