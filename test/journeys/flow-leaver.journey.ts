import { afterAll, beforeAll, expect, test } from 'vitest'
import type { APIRequestContext, Browser } from 'playwright-core'
import { desk, openBrowser, phone, signIn, visit } from './browser.ts'
import { word } from './words.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const zh = (key: string, facts: Record<string, string | number> = {}) => word('zh-CN', `flow.${key}`, facts)
const today = new Date().toISOString().slice(0, 10)
const mark = Date.now().toString(36)

test(
  'somebody leaves with fifty open to-dos, a draft, a stand-in and a gate: the file stays open until all is handed over in one step',
  { timeout: 240_000 },
  async () => {
    const admin = await visit(browser, desk)
    await signIn(admin, 'long.fei')
    const maker = await visit(browser, desk)
    await signIn(maker, 'zhang.wei')
    const [system, asker] = [admin.context.request, maker.context.request]
    const person = async (name: string) =>
      (await send<{ id: string }>(system, 'POST', '/api/persons', { number: `L-${mark}-${name}`, name })).body.id
    const [leaver, heir] = [await person('顾别'), await person('顾来')]

    const ask = (id: string) => ({ kind: 'people', people: [id] })
    const plain = await publish(system, `leaver-plain-${mark}`, [
      { kind: 'approve', id: 'look', name: '审阅', who: ask(leaver) },
    ])
    const guarded = await publish(system, `leaver-gate-${mark}`, [
      { kind: 'approve', id: 'qc', name: '质检', who: ask(leaver), mandatory: true, gate: `qc-${mark}` },
    ])
    const begin = async (flowId: string, index: number) =>
      send(asker, 'POST', '/api/requests', { flowId, title: `${mark} 第 ${index + 1} 件`, values: { note: 'x' } })
    for (let index = 0; index < 48; index += 1) expect((await begin(plain, index)).status).toBe(200)
    for (let index = 48; index < 50; index += 1) expect((await begin(guarded, index)).status).toBe(200)

    // a draft that a link began for them, with a deadline
    const quick = await publish(system, `leaver-quick-${mark}`, [
      { kind: 'copy', id: 'tell', name: '知会', who: { kind: 'initiator' } },
    ])
    const later = await publish(
      system,
      `leaver-later-${mark}`,
      [{ kind: 'approve', id: 'end-look', name: '审阅', who: { kind: 'role', role: 'administrator' } }],
      true,
    )
    const link = { flowId: quick, targetId: later, on: 'ended', owner: { kind: 'person', personId: leaver } }
    await send(system, 'POST', '/api/flow-links', { ...link, deadline: { amount: 3, unit: 'workday' } })
    expect((await begin(quick, 50)).status).toBe(200)
    const day = 86_400_000
    const window = {
      start: new Date(Date.now() + day).toISOString(),
      until: new Date(Date.now() + 3 * day).toISOString(),
    }
    for (const [fromId, toId] of [
      [leaver, heir],
      [heir, leaver],
    ])
      expect((await send(system, 'POST', '/api/delegations', { fromId, toId, ...window })).status).toBe(200)

    const held = await read<Held>(system, `/api/persons/${leaver}/flows-held`)
    expect([held.tasks.length, held.started.length, held.delegations.length, held.definitions.length]).toEqual([
      51, 1, 2, 2,
    ])
    const { version } = await read<{ version: number }>(system, `/api/persons/${leaver}/file`)
    const leave = async () =>
      send<{ code?: string; detail?: string }>(system, 'PATCH', `/api/persons/${leaver}/file`, {
        version,
        leftOn: today,
      })
    expect(await leave()).toMatchObject({
      status: 409,
      body: { code: 'flow.leaver-holds', detail: expect.stringContaining('顾别') },
    })

    // the desk lists it all; one press, and nothing is left
    const { page } = admin
    await page.goto(`/flow-hand-over?person=${leaver}&lang=zh-CN`)
    await page.getByText(zh('desk.handOver.blocks')).waitFor()
    const to = page.getByRole('combobox', { name: new RegExp(zh('desk.handOver.to')) })
    await to.fill('顾来')
    await page.getByRole('option', { name: /顾来/ }).first().click()
    await page.getByRole('button', { name: zh('desk.handOver.do', { count: held.total }) }).click()
    await page.getByText(zh('desk.handOver.nothing', { name: '顾别' })).waitFor({ timeout: 60_000 })
    expect(await read<Held>(system, `/api/persons/${leaver}/flows-held`)).toMatchObject({ total: 0 })
    expect((await read<Held>(system, `/api/persons/${heir}/flows-held`)).tasks).toHaveLength(51)
    expect((await leave()).status).toBe(200)

    // what is begun from now on comes to the heir, on the phone too; the gate is as shut as before
    await begin(guarded, 51)
    expect((await read<Held>(system, `/api/persons/${heir}/flows-held`)).tasks).toHaveLength(52)
    const small = await visit(browser, phone)
    await signIn(small, 'long.fei')
    await small.page.goto(`/m/flow-hand-over?person=${leaver}&lang=zh-CN`)
    await small.page.getByText(zh('desk.handOver.nothing', { name: '顾别' })).waitFor()
    expect([...admin.faults, ...small.faults]).toEqual([])
    for (const one of [admin, maker, small]) await one.context.close()
  },
)

type Held = {
  total: number
  tasks: object[]
  started: object[]
  delegations: object[]
  definitions: object[]
}

async function publish(system: APIRequestContext, key: string, steps: object[], isRequired = false): Promise<string> {
  const form = { fields: [{ key: 'note', kind: 'text', label: { 'zh-CN': '说明' } }, ...(isRequired ? [must] : [])] }
  const made = await send<{ flowId: string }>(system, 'POST', '/api/flows', {
    key,
    name: { 'zh-CN': key },
    from: { kind: 'json', content: { definition: { id: 'flow', steps }, form } },
  })
  const { flowId } = made.body
  const published = await send(system, 'POST', `/api/flows/${flowId}/publish`, { version: 1 })
  expect([published.status, published.body]).toEqual([200, expect.objectContaining({ published: 1 })])
  return flowId
}

const must = { key: 'must', kind: 'text', label: { 'zh-CN': '必填' }, required: true }

async function read<T>(as: APIRequestContext, path: string): Promise<T> {
  return (await (await as.get(path)).json()) as T
}

async function send<T>(
  as: APIRequestContext,
  method: 'POST' | 'PATCH',
  path: string,
  data: object,
): Promise<{ status: number; body: T }> {
  const answer = await as.fetch(path, { method, data })
  return { status: answer.status(), body: (await answer.json()) as T }
}
