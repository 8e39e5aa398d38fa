import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { killAgainAndAgain } from '#test/flow-crash'
import { openWorld } from '#test/world'
import { verifyRequests } from './service/verify.ts'
import { layCompany, publish } from './world-for-tests.ts'

test(
  'killed without a word again and again, every request is what its log says, with its to-dos and timers',
  {
    timeout: 120_000,
  },
  async () => {
    const world = await openWorld({ now: new Date().toISOString() })
    const company = await layCompany(world)
    const { staff, second, lead, boss, other } = company
    const people = (...of: { personId: string }[]) => ({ kind: 'people', people: of.map((one) => one.personId) })
    const form = { fields: [{ key: 'sum', kind: 'number', label: { en: 'Sum' }, required: true }] }
    const deadline = {
      limit: { amount: 1, unit: 'minute' },
      steps: [{ at: { amount: 0, unit: 'minute' }, do: 'remind' }],
    }
    const flowIds = [
      await publish(company, {
        form,
        steps: [
          { kind: 'approve', id: 'all', who: people(lead, boss, other), deadline },
          { kind: 'approve', id: 'any', who: people(lead, boss), quorum: { type: 'any' } },
        ],
      }),
      await publish(company, {
        form,
        steps: [
          {
            kind: 'parallel',
            id: 'both',
            arms: [
              { id: 'left', steps: [{ kind: 'approve', id: 'one', who: people(lead), deadline }] },
              {
                id: 'right',
                steps: [{ kind: 'transact', id: 'two', who: people(other, boss), quorum: { type: 'claim' } }],
              },
            ],
          },
          { kind: 'approve', id: 'last', who: people(boss), mandatory: true, gate: 'last' },
        ],
      }),
    ]
    const accounts = await world.within(async (ctx) =>
      ctx.db
        .selectFrom('account')
        .select(['id as accountId', 'person_id as personId'])
        .where('tenant_id', '=', ctx.tenantId)
        .where(
          'person_id',
          'in',
          [staff, second, lead, boss, other].map((one) => one.personId),
        )
        .execute(),
    )
    const { host, port, user, password, database } = world.house.pool.options
    const { events } = await killAgainAndAgain(
      {
        connection: { host, port, user, password, database },
        tenantId: world.tenantId,
        flowIds,
        accounts: accounts.map(({ accountId, personId }) => ({ accountId, personId: personId ?? '' })),
      },
      { kills: 4, everySeconds: 2 },
    )
    const { requests, faults } = await world.within(verifyRequests)
    expect(faults).toEqual([])
    expect(events).toBeGreaterThan(10)
    expect(requests).toBeGreaterThan(3)

    // and somebody who writes into the tables is noticed
    await world.within(async (ctx) => {
      await sql`update flow_instance set state = jsonb_set(state, '{generation}', '77') where tenant_id = ${ctx.tenantId} and status <> 'draft'`.execute(
        ctx.db,
      )
      expect((await verifyRequests(ctx)).faults.length).toBeGreaterThanOrEqual(requests)
    })
  },
)
