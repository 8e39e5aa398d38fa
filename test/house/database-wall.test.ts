import { beforeAll, afterAll, expect, test } from 'vitest'
import { server as base } from '../../src/modules/base/server.ts'
import { openWorld, type World } from '#test/world'

let world: World
beforeAll(async () => {
  world = await openWorld({ modules: [base], keep: (close) => afterAll(close) })
})

/** Runs statements as the app's role in one transaction that is rolled back. */
async function asApp(...statements: string[]) {
  const client = await world.house.pool.connect()
  try {
    await client.query('begin')
    let rows: Record<string, unknown>[] = []
    for (const statement of statements) ({ rows } = await client.query(statement))
    return rows
  } finally {
    await client.query('rollback').catch(() => {})
    client.release()
  }
}

const tenantTables = `
  select c.relname as name, c.relrowsecurity as walled,
    (select count(*) from pg_policy p where p.polrelid = c.oid) as policies
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'public' and c.relkind in ('r', 'p')
    and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped)
  order by 1`

test('the app’s login and the role it acts in own nothing, are nobody special, and belong to nobody else', async () => {
  const roles =
    await asApp(`select rolsuper or rolcreaterole or rolcreatedb or rolbypassrls or rolreplication as special,
    (select count(*) from pg_class where relowner = r.oid) + (select count(*) from pg_proc where proowner = r.oid)
      + (select count(*) from pg_namespace where nspowner = r.oid) + (select count(*) from pg_database where datdba = r.oid) as owns,
    (select count(*) from pg_auth_members m join pg_roles g on g.oid = m.roleid where m.member = r.oid and g.rolname <> 'remit_app') as others
    from pg_roles r where rolname in (current_user, 'remit_app')`)
  expect(roles.length).toBeGreaterThan(0)
  for (const role of roles) expect(role).toEqual({ special: false, owns: 0, others: 0 })
})

test.each([
  ['make a table', 'create table stolen (x int)'],
  ['make a table in the kernel’s schema', 'create table kernel.stolen (x int)'],
  ['make a schema', 'create schema stolen'],
  ['make a function', 'create function stolen() returns int language sql as $$ select 1 $$'],
  ['make an extension', 'create extension file_fdw'],
  ['make a role', 'create role stolen'],
  ['run a program of the system', `copy (select 1) to program 'id'`],
  ['read a file of the system', `create temp table t (x text); copy t from '/etc/passwd'`],
  ['read a file by a function', `select pg_read_file('/etc/passwd')`],
  ['write a large object to a file', `select lo_export(0, '/tmp/stolen')`],
  ['become the owner', 'set role remit_owner'],
  ['take the wall down', 'alter table account disable row level security'],
  ['walk round the wall', 'alter table account owner to remit_app'],
  ['empty a table', 'truncate audit_row'],
  ['read the passwords of the server', 'select * from pg_authid'],
  ['wall in a table of its own', `select kernel.tenant_table('account')`],
  [
    'add a tenant by itself',
    `insert into tenant (id, slug, name, created_at) values (gen_random_uuid(), 'x', 'x', now())`,
  ],
  ['change the audit', 'update audit_row set actor_name = null'],
  ['forget the audit', 'delete from audit_row'],
])('the app’s role can’t %s', async (_what, statement) => {
  await expect(asApp(`select kernel.enter_tenant('${world.tenantId}')`, statement)).rejects.toThrow(
    /permission denied|must be (owner|able)|must have|violates row-level security/,
  )
})

test('every table of a tenant stands behind the wall and raises when nobody said which tenant', async () => {
  const tables = (await asApp(tenantTables)) as { name: string; walled: boolean; policies: number }[]
  expect(tables.length).toBeGreaterThan(20)
  for (const { name, walled, policies } of tables) {
    expect([name, walled, policies]).toEqual([name, true, 1])
    const counted = asApp(`select count(*) as rows from ${name}`)
    // a policy is asked row by row: an empty table has nothing to raise for
    await counted.then(
      ([row]) => expect([name, row]).toEqual([name, { rows: 0 }]),
      (error: Error) => expect(error.message).toMatch(/remit\.tenant|invalid input syntax for type uuid: ""/),
    )
  }
})

test('rows of another tenant can be neither seen, changed, deleted nor added, in any table', async () => {
  const other = await world.anotherTenant()
  await world.member({ tenantId: other })
  const tables = (await asApp(tenantTables)) as { name: string }[]
  const enter = `select kernel.enter_tenant('${world.tenantId}')`
  let seen = 0
  for (const { name } of tables) {
    const [own] = await asApp(`select kernel.enter_tenant('${other}')`, `select count(*) as rows from ${name}`)
    seen += Number(own?.['rows'])
    const [theirs] = await asApp(enter, `select count(*) as rows from ${name} where tenant_id = '${other}'`)
    expect([name, theirs]).toEqual([name, { rows: 0 }])
    for (const change of [`update ${name} set tenant_id = tenant_id`, `delete from ${name}`]) {
      const untouched = asApp(
        enter,
        `with hit as (${change} where tenant_id = '${other}' returning 1) select count(*) as rows from hit`,
      )
      await untouched.then(
        ([row]) => expect([name, change, row]).toEqual([name, change, { rows: 0 }]),
        (error: Error) => expect(error.message).toMatch(/permission denied/), // rows that are only ever added
      )
    }
    const added = asApp(enter, `insert into ${name} (tenant_id) values ('${other}')`)
    await expect(added, name).rejects.toThrow(/row-level security|null value|violates/)
  }
  expect(seen).toBeGreaterThan(10) // else the loop looked at nothing
})

test('a read without a tenant raises instead of showing an empty list', async () => {
  for (const table of ['account', 'role', 'session', 'tenant'])
    await expect(asApp(`select 1 from ${table}`), table).rejects.toThrow(/remit\.tenant|uuid: ""/)
})

test('a row can’t be moved or slipped to another tenant', async () => {
  const other = await world.anotherTenant()
  const enter = `select kernel.enter_tenant('${world.tenantId}')`
  const slip = `insert into setting (tenant_id, key, value, changed_at) values ('${other}', 'x', '1', now())`
  await expect(asApp(enter, slip)).rejects.toThrow('row-level security')
  await expect(
    asApp(enter, slip.replace(other, world.tenantId), `update setting set tenant_id = '${other}'`),
  ).rejects.toThrow('row-level security')
})
