import { afterAll, beforeAll, expect, test } from 'vitest'
import { replay, type State } from '#core/flow'
import { openWorld, type World } from '#test/world'
import { versionOf } from './store/versions.ts'
import { layCompany, publish, type Company, type Member } from './world-for-tests.ts'

let world: World
let company: Company
beforeAll(async () => {
  world = await openWorld({ keep: (close) => afterAll(close) })
  company = await layCompany(world)
})

const count = 24
/** The same choices in every run. */
function chooser(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state * 1103515245 + 12345) % 2147483648
    return Math.floor((state / 2147483648) * below)
  }
}

test('many who decide at once on votes, joins, returns and cancels: none lost, none double, every log gives its state', async () => {
  const members = [company.lead, company.boss, company.second, company.other]
  const people = (...some: Member[]) => ({ kind: 'people', people: some.map((one) => one.personId) })
  const step = (id: string, who: object, quorum: object) => ({ kind: 'approve', id, name: id, who, quorum })
  const flowId = await publish(company, {
    steps: [
      step('first', people(...members), { type: 'any' }),
      {
        kind: 'parallel',
        id: 'both',
        name: '',
        arms: [
          { id: 'a', name: '', steps: [step('all', people(...members), { type: 'all' })] },
          { id: 'b', name: '', steps: [step('half', people(...members), { type: 'ratio', passPermille: 500 })] },
        ],
      },
      step('last', people(...members), { type: 'any' }),
    ],
  })
  const ids: string[] = []
  for (let index = 0; index < count; index += 1)
    ids.push((await company.staff.send('POST', '/requests', { flowId, values: {} })).body.requestId)
  const statuses = new Map<number, number>()
  const decider = async ({ send }: Member, seed: number) => {
    const choose = chooser(seed)
    for (let turn = 0; turn < count * 4; turn += 1) {
      const id = ids[choose(ids.length)] ?? ''
      const seen = (await send('GET', `/requests/${id}`)).body
      const task = seen.tasks?.[0]
      if (!task) continue
      const back = choose(12) === 0 && task.returns.length > 0
      const deed = back
        ? { do: 'return', task: task.id, to: task.returns[choose(task.returns.length)].id }
        : { do: 'decide', task: task.id, decision: 'approve' }
      const answer = await send('POST', `/requests/${id}/act`, { deed, dataRev: seen.dataRev })
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
    }
  }
  const initiator = async () => {
    const choose = chooser(7)
    for (let turn = 0; turn < count; turn += 1) {
      const id = ids[choose(ids.length)] ?? ''
      const seen = (await company.staff.send('GET', `/requests/${id}`)).body
      const deed = seen.may.submit
        ? { do: 'submit' }
        : choose(8) === 0 && seen.may.withdraw
          ? { do: 'withdraw' }
          : undefined
      if (deed) await company.staff.send('POST', `/requests/${id}/act`, { deed, dataRev: seen.dataRev })
    }
  }
  await Promise.all([
    ...members.map((one, index) => decider(one, index + 1)),
    ...members.map((one, index) => decider(one, index + 11)),
    initiator(),
  ])
  // refusals are those of people who came second; nothing broke
  expect([...statuses.keys()].filter((status) => status !== 200 && status !== 409)).toEqual([])
  expect(statuses.get(200) ?? 0).toBeGreaterThan(count)
  expect((await company.admin.send('GET', '/flow-attempts')).body.total).toBe(0)
  await world.within(async (ctx) => {
    const rows = await ctx.db
      .selectFrom('flow_instance')
      .select(['id', 'state', 'rev', 'version'])
      .where('flow_id', '=', flowId)
      .execute()
    expect(rows).toHaveLength(count)
    for (const row of rows) {
      const state = row.state as unknown as State
      const events = await ctx.db
        .selectFrom('flow_event')
        .select(['seq', 'event', 'facts', 'at'])
        .where('instance_id', '=', row.id)
        .orderBy('seq')
        .execute()
      expect([events.map((one) => one.seq), row.rev]).toEqual([events.map((_one, index) => index + 1), events.length])
      const { compiled } = await versionOf(ctx, flowId, row.version)
      let data = {}
      const log = events.map((one) => {
        const facts = one.facts as { data?: object }
        data = facts.data ?? data
        return { event: one.event, facts: { ...facts, data }, now: one.at.getTime() }
      })
      expect(replay(compiled, company.staff.personId, log as never)).toEqual(state)
      const tasks = await ctx.db
        .selectFrom('flow_task')
        .select(['task', 'status'])
        .where('instance_id', '=', row.id)
        .where('closed_at', 'is', null)
        .execute()
      const open = state.tasks.filter((task) => task.status === 'open' || task.status === 'offered')
      expect(tasks.map((one) => one.task).sort()).toEqual(open.map((task) => task.id).sort())
      if (state.status === 'ended') expect([state.tokens, tasks]).toEqual([[], []])
      else expect(state.tokens.length).toBeGreaterThan(0)
    }
  })
}, 180_000)
