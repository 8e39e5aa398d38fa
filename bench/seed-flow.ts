import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { ConnectionSettings } from '#kernel/database'

export type FlowPerson = { readonly personId: string; readonly accountId: string }
export type FlowTenant = {
  readonly tenantId: string
  readonly flowId: string
  /** The same with a limit of a working day at the first step. */
  readonly limitedFlowId: string
  readonly people: readonly FlowPerson[]
  readonly approvers: readonly FlowPerson[]
}

const count = 60

/** Sixty people who may sign in, and a flow that asks three of them one after the other. */
export async function seedFlow(owner: ConnectionSettings, tenantId: string): Promise<FlowTenant> {
  const people = Array.from({ length: count }, () => ({ personId: randomUUID(), accountId: randomUUID() }))
  const approvers = people.slice(0, 3)
  const steps = approvers.map(({ personId }, index) => ({
    kind: 'approve',
    id: `step${index}`,
    name: `Step ${index}`,
    who: { kind: 'people', people: [personId] },
    mandatory: true,
  }))
  const form = { fields: [{ key: 'sum', kind: 'number', label: { en: 'Sum' }, required: true }] }
  const deadline = {
    limit: { amount: 1, unit: 'workday' },
    steps: [{ at: { amount: 0, unit: 'minute' }, do: 'remind' }],
  }
  const flows = ['bench', 'limited'].map((key) => ({
    key,
    flowId: randomUUID(),
    definition: {
      id: key,
      fields: [{ key: 'sum', kind: 'number', required: true }],
      steps: steps.map((step, index) => (key === 'limited' && index === 0 ? { ...step, deadline } : step)),
    },
  }))
  await asOwner(owner, async (client) => {
    await client.query(
      `insert into person (tenant_id, id, number, name, pinyin, created_at)
         select $1::uuid, p.id, 'F' || p.n, 'Person ' || p.n, 'person ' || p.n, now() from unnest($2::uuid[]) with ordinality p (id, n)`,
      [tenantId, people.map((one) => one.personId)],
    )
    await client.query(
      `insert into account (tenant_id, id, login, name, person_id, created_at)
         select $1::uuid, a.id, 'f' || a.n, 'Person ' || a.n, a.person, now()
         from unnest($2::uuid[], $3::uuid[]) with ordinality a (id, person, n)`,
      [tenantId, people.map((one) => one.accountId), people.map((one) => one.personId)],
    )
    await client.query(
      `insert into account_role (tenant_id, account_id, role_id, unit_id, valid_from)
         select r.tenant_id, a.id, r.id, r.tenant_id, '2020-01-01'::date from role r, unnest($2::uuid[]) a (id)
         where r.tenant_id = $1 and r.key = 'employee'`,
      [tenantId, people.map((one) => one.accountId)],
    )
    for (const { key, flowId, definition } of flows) {
      await client.query(
        `insert into flow (tenant_id, id, key, name, prefix, draft, current_version, changed_by_name, created_at, changed_at)
           values ($1, $2, $3, '{"en": "Bench"}', upper($3), $4, 1, 'Bench', now(), now())`,
        [tenantId, flowId, key, { definition, form, start: {} }],
      )
      await client.query(
        `insert into flow_version (tenant_id, flow_id, version, name, definition, form, start, hash, verdict, published_name, published_at)
           values ($1, $2, 1, '{"en": "Bench"}', $3, $4, '{}', 'bench', 'sound', 'Bench', now())`,
        [tenantId, flowId, definition, form],
      )
    }
    await client.query('analyze')
  })
  const [flowId = '', limitedFlowId = ''] = flows.map((flow) => flow.flowId)
  return { tenantId, flowId, limitedFlowId, people: people.slice(3), approvers }
}

/** A flow of three branches side by side and a step behind them, asked of eight people. */
export async function seedRace(
  owner: ConnectionSettings,
  { tenantId, people, approvers }: FlowTenant,
): Promise<string> {
  const flowId = randomUUID()
  const asked = [...approvers, ...people].slice(0, 8).map((one) => one.personId)
  const step = (id: string, from: number, until: number, quorum: object) => ({
    kind: 'approve',
    id,
    name: id,
    who: { kind: 'people', people: asked.slice(from, until) },
    quorum,
  })
  const definition = {
    id: 'race',
    fields: [{ key: 'sum', kind: 'number', required: true }],
    dedup: 'none',
    steps: [
      {
        kind: 'parallel',
        id: 'split',
        arms: [
          { id: 'left', steps: [step('one', 0, 1, { type: 'all' })] },
          { id: 'middle', steps: [step('every', 1, 4, { type: 'all' })] },
          { id: 'right', steps: [step('some', 4, 7, { type: 'any' })] },
        ],
      },
      step('last', 7, 8, { type: 'all' }),
    ],
  }
  const form = { fields: [{ key: 'sum', kind: 'number', label: { en: 'Sum' }, required: true }] }
  await asOwner(owner, async (client) => {
    await client.query(
      `insert into flow (tenant_id, id, key, name, prefix, draft, current_version, changed_by_name, created_at, changed_at)
         values ($1, $2, 'race', '{"en": "Race"}', 'RACE', $3, 1, 'Bench', now(), now())`,
      [tenantId, flowId, { definition, form, start: {} }],
    )
    await client.query(
      `insert into flow_version (tenant_id, flow_id, version, name, definition, form, start, hash, verdict, published_name, published_at)
         values ($1, $2, 1, '{"en": "Race"}', $3, $4, '{}', 'race', 'sound', 'Bench', now())`,
      [tenantId, flowId, definition, form],
    )
  })
  return flowId
}

/** The one request that waits at a limit, so many times: most of the limits far ahead, `due` of them now. */
export async function seedTimers(
  owner: ConnectionSettings,
  { tenantId, limitedFlowId }: FlowTenant,
  total: number,
  due: number,
): Promise<void> {
  await asOwner(owner, async (client) => {
    await client.query(
      `insert into flow_instance (tenant_id, id, flow_id, version, number, title, state, status, rev, data, data_rev, chosen, initiator_id,
           owner_id, unit_id, created_at, submitted_at, changed_at)
         select tenant_id, md5('timer' || n)::uuid, flow_id, version, 'T-' || n, 'Waiting', state, status, rev, data, data_rev, chosen, initiator_id,
           owner_id, unit_id, created_at, submitted_at, changed_at
         from flow_instance, generate_series(1, $3::int) n where tenant_id = $1 and flow_id = $2`,
      [tenantId, limitedFlowId, total],
    )
    await client.query(
      `insert into flow_timer (tenant_id, instance_id, timer, node, fire_at, rule, begun_at, calendar_version)
         select t.tenant_id, md5('timer' || n)::uuid, t.timer, t.node,
           now() + case when n <= $3 then interval '-1 second' else interval '30 days' end, t.rule, t.begun_at, t.calendar_version
         from flow_timer t join flow_instance i on i.tenant_id = t.tenant_id and i.id = t.instance_id and i.title <> 'Waiting',
           generate_series(1, $4::int) n where t.tenant_id = $1 and i.flow_id = $2`,
      [tenantId, limitedFlowId, due, total],
    )
    await client.query('analyze')
  })
}

/** A million to-dos, open and done, of the sixty and of many more requests than anybody looks at. */
export async function seedInbox(owner: ConnectionSettings, tenant: FlowTenant, total: number): Promise<void> {
  const everybody = [...tenant.approvers, ...tenant.people].map((one) => one.personId)
  await asOwner(owner, async (client) => {
    await client.query(
      `insert into flow_task (tenant_id, instance_id, task, flow_id, token, node, kind, person_id, status, opened_at, due_at, closed_at)
         select i.tenant_id, i.id, 'x' || k, i.flow_id, 't1', 'step' || k % 3, 'decide',
           ($2::uuid[])[1 + (i.n + k * 7) % ${count}], case when k = 1 then 'open' else 'approved' end,
           now() - make_interval(mins => (i.n % 100000)::int), now() + make_interval(mins => (i.n % 5000)::int),
           case when k > 1 then now() - make_interval(mins => (i.n % 90000)::int) end
         from (select *, row_number() over () as n from flow_instance where tenant_id = $1 and title = 'Waiting') i,
           generate_series(1, $3::int / 100000) k`,
      [tenant.tenantId, everybody, total],
    )
    // as autovacuum leaves a table of this age: see flow_task in the migrations
    await client.query('vacuum analyze')
  })
}

export async function asOwner<T>(owner: ConnectionSettings, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
