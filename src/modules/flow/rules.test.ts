import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWorld, type Send, type World } from '#test/world'
import { passed } from './rules/limits.ts'
import { layCompany, publish, type Company } from './world-for-tests.ts'

let world: World
let company: Company
let designer: Send
beforeAll(async () => {
  world = await openWorld({ keep: (close) => afterAll(close) })
  company = await layCompany(world)
  designer = (await world.member({ may: { 'flow.design': 'tenant', 'flow.read': 'tenant' } })).send
})

const number = (key: string) => ({ key, kind: 'number', label: { en: key } })
const people = (...send: { personId: string }[]) => ({ kind: 'people', people: send.map((one) => one.personId) })
const start = async (values: object, flowId: string) =>
  (await company.staff.send('POST', '/requests', { flowId, values })).body as { requestId: string }
const askedIn = async ({ requestId }: { requestId: string }) => {
  const { body } = await company.staff.send('GET', `/requests/${requestId}`)
  return body.course[0].people.map((one: { person: { id: string } }) => one.person.id) as string[]
}

describe('assignment rules', () => {
  test('a new customer goes to the line whose condition holds, one after the other', async () => {
    const { lead, boss } = company
    const rule = await designer('POST', '/flow-rules', {
      name: { en: 'First contact' },
      cases: [
        { id: 'large', when: { field: 'amount', op: 'above', value: 100 }, pool: people(boss), method: 'turn' },
        { id: 'rest', when: null, pool: people(lead, boss), method: 'turn' },
      ],
    })
    expect(rule.status).toBe(200)
    const steps = [{ kind: 'transact', id: 'answer', who: { kind: 'rule', rule: rule.body.id } }]
    const flowId = await publish(company, { steps, form: { fields: [number('amount')] } })
    const asked = []
    for (const amount of [1, 2, 3, 500]) asked.push((await askedIn(await start({ amount }, flowId))).join())
    expect(new Set(asked.slice(0, 2))).toEqual(new Set([lead.personId, boss.personId]))
    expect(asked[2]).toBe(asked[0])
    expect(asked[3]).toBe(boss.personId)

    const { body } = await designer('GET', '/flow-rules')
    const [row] = body.rows
    expect(row.given).toMatchObject({ rest: { count: 3 }, large: { count: 1, last: { id: boss.personId } } })
    expect(row.flows).toHaveLength(1)
    const refused = await designer('DELETE', `/flow-rules/${rule.body.id}`, { version: 1 })
    expect([refused.status, refused.body.code]).toEqual([409, 'flow.rule-in-use'])
  })

  test('looking at who would be asked gives no turn away, and two at once never get the same', async () => {
    const { lead, boss } = company
    const rule = await designer('POST', '/flow-rules', {
      name: { en: 'Two' },
      cases: [{ id: 'rest', pool: people(lead, boss), method: 'turn' }],
    })
    const flowId = await publish(company, {
      steps: [{ kind: 'transact', id: 'answer', who: { kind: 'rule', rule: rule.body.id } }],
      form: { fields: [number('amount')] },
    })
    for (let look = 0; look < 3; look += 1)
      expect((await company.staff.send('GET', `/flows/${flowId}/start`)).status).toBe(200)
    const begun = await Promise.all(Array.from({ length: 8 }, (_, amount) => start({ amount }, flowId)))
    const asked = (await Promise.all(begun.map(askedIn))).flat()
    expect(asked.filter((id) => id === lead.personId)).toHaveLength(4)
    expect(asked.filter((id) => id === boss.personId)).toHaveLength(4)
    const listed = await designer('GET', '/flow-rules')
    expect(listed.body.rows.find((one: { id: string }) => one.id === rule.body.id).given.rest.count).toBe(8)
  })

  test('a rule somebody changed meanwhile, or of another company, is not written over', async () => {
    const content = { name: { en: 'Mine' }, cases: [{ id: 'rest', pool: { kind: 'initiator' }, method: 'all' }] }
    const { body } = await designer('POST', '/flow-rules', content)
    expect((await designer('PUT', `/flow-rules/${body.id}`, { ...content, version: 1 })).body.version).toBe(2)
    const late = await designer('PUT', `/flow-rules/${body.id}`, { ...content, version: 1 })
    expect([late.status, late.body.code]).toEqual([409, 'base.changed-meanwhile'])
    const tenantId = await world.anotherTenant()
    const stranger = await world.member({ may: { 'flow.design': 'tenant' }, tenantId })
    expect((await stranger.send('PUT', `/flow-rules/${body.id}`, { ...content, version: 2 })).status).toBe(404)
    expect((await designer('DELETE', `/flow-rules/${body.id}`, { version: 2 })).status).toBe(200)
  })
})

describe('limits', () => {
  test('温度、压力 a number beyond its limit is noted and told once, when it is written', async () => {
    const { boss, staff } = company
    const flowId = await publish(company, {
      steps: [{ kind: 'approve', id: 'check', who: people(boss) }],
      form: { fields: [number('celsius'), number('megapascal')] },
    })
    const limit = await designer('POST', '/flow-limits', { flowId, field: 'celsius', atMost: 180, tell: people(boss) })
    expect(limit.status).toBe(200)
    const pressure = { flowId, field: 'megapascal', atLeast: 1, atMost: 10, tell: people(boss) }
    await designer('POST', '/flow-limits', pressure)
    await start({ celsius: 180, megapascal: 10 }, flowId)
    const { requestId } = await start({ celsius: 186.5, megapascal: 9 }, flowId)
    const { body } = await designer('GET', `/flow-breaches?flowId=${flowId}`)
    expect(body.rows).toMatchObject([
      { requestId, value: 186.5, atMost: 180, fieldName: { en: 'celsius' }, told: [{ id: boss.personId }] },
    ])
    const told = await boss.send('GET', '/notifications')
    expect(JSON.stringify(told.body)).toContain('limit-passed')
    expect(JSON.stringify((await staff.send('GET', '/notifications')).body)).not.toContain('limit-passed')
  })

  test.each([
    ['no bound at all', { field: 'celsius' }, 'flow.limit-empty'],
    ['bounds the wrong way round', { field: 'celsius', atLeast: 5, atMost: 1 }, 'flow.limit-backwards'],
    ['a field that is no number', { field: 'nothing', atMost: 1 }, 'flow.no-such-field'],
  ])('%s is refused', async (_what, content, code) => {
    const flowId = await publish(company, {
      steps: [{ kind: 'approve', id: 'check', who: people(company.boss) }],
      form: { fields: [number('celsius')] },
    })
    const refused = await designer('POST', '/flow-limits', { flowId, tell: { kind: 'initiator' }, ...content })
    expect([refused.status, refused.body.code]).toEqual([400, code])
  })

  test('only what was written now counts; the bounds themselves are inside', () => {
    const limits = [{ field: 'x', atLeast: 1, atMost: 3 }]
    const values = (x: unknown) => ({ x }) as never
    expect(passed(limits, values(null), values(3))).toEqual([])
    expect(passed(limits, values(null), values(3.1))).toHaveLength(1)
    expect(passed(limits, values(3.1), values(3.1))).toEqual([])
    expect(passed(limits, values(3.1), values(0))).toHaveLength(1)
    expect(passed(limits, values(3.1), values('4'))).toEqual([])
  })
})
