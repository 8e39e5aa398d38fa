import { afterAll, beforeAll, expect, test } from 'vitest'
import type { APIRequestContext, Browser } from 'playwright-core'
import { desk, openBrowser, phone, signIn, visit } from './browser.ts'
import { word } from './words.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const say = (key: string, facts: Record<string, string | number> = {}) => word('zh-CN', `tasks.${key}`, facts)
const name = `交班前上报件数 ${Date.now() % 1_000_000}`
const minuteMs = 60_000

test(
  'on the phone one hands in the parts count before the shift ends, another misses it: late after grace, seen by the manager',
  { timeout: 300_000 },
  async () => {
    const hr = await visit(browser, desk)
    await signIn(hr, 'qian.hui')
    const [zhang, li] = await Promise.all([personOf(hr.context.request, '张伟'), personOf(hr.context.request, '李敏')])
    // the clock of a running product stands for nobody: the shift of the one ends in five minutes, that of the other has
    // ended so long ago that the hour of grace is over in seconds
    await giveDuty(hr.context.request, [zhang, li])
    const admin = await visit(browser, desk)
    await signIn(admin, 'long.fei')
    const began = Date.now()
    const facts = [
      { person: zhang, at: began, key: 'now' },
      { person: li, at: began - 65 * minuteMs + 20_000, key: 'before' },
    ]
    const told = await admin.context.request.post('/api/facts', {
      data: {
        source: 'clock',
        facts: facts.map(({ person, at, key }) => ({
          key: `shift-${key}-${began}`,
          kind: 'shift-begun',
          happenedAt: new Date(at).toISOString(),
          personNumber: person.number,
        })),
      },
    })
    expect(await told.json()).toMatchObject({ recorded: 2 })

    // who is on time: due on the phone's day, with the number filled in
    const worker = await visit(browser, phone)
    await signIn(worker, 'zhang.wei')
    await worker.page.goto('/m/?lang=zh-CN')
    await worker.page.getByRole('listitem').filter({ hasText: name }).getByRole('button').first().tap()
    const form = worker.page.getByRole('dialog')
    await form.getByRole('textbox', { name: /件数/ }).fill('480')
    await form.getByRole('button', { name: say('submit'), exact: true }).tap()
    await expect.poll(() => stateOf(hr.context.request, zhang.id), { timeout: 30_000 }).toBe('done')

    // who missed it: not late within grace, late after it
    await expect.poll(() => isLate(hr.context.request, li.id), { timeout: 60_000, interval: 2000 }).toBe(true)
    expect(Date.now()).toBeGreaterThan(began + 20_000)
    await hr.page.goto(`/tasks?show=late&lang=zh-CN&search=${encodeURIComponent(name)}`)
    const row = hr.page.getByRole('row', { name: new RegExp(name) }).first()
    await row.getByText('李敏').waitFor()
    await row
      .getByText(new RegExp(say('state.late')))
      .first()
      .waitFor()
    expect([hr.faults, worker.faults]).toEqual([[], []])
  },
)

type Person = { readonly id: string; readonly number: string; readonly positionId: string }

async function personOf(request: APIRequestContext, text: string): Promise<Person> {
  const found = await request.get(`/api/persons?text=${encodeURIComponent(text)}&limit=5`)
  const { rows } = (await found.json()) as { rows: { id: string; name: string; number: string }[] }
  const row = rows.find((one) => one.name === text)
  if (!row) throw new Error(`nobody is called ${text}`)
  const seats = (await (await request.get(`/api/persons/${row.id}`)).json()) as {
    assignments: { positionId: string; kind: string }[]
  }
  return { ...row, positionId: seats.assignments.find((one) => one.kind === 'main')?.positionId ?? '' }
}

/** A duty after the beginning of a shift: due five minutes later, late an hour after that. */
async function giveDuty(request: APIRequestContext, people: readonly Person[]): Promise<void> {
  const today = new Date(Date.now() + 8 * 60 * minuteMs).toISOString().slice(0, 10)
  const after = { factKind: 'shift-begun', amount: 5, unit: 'minute', who: 'actor' }
  const made = await request.post('/api/responsibilities', {
    data: {
      name: { 'zh-CN': '件数上报', en: 'Parts count' },
      from: today,
      unitId: null,
      duties: [
        {
          name: { 'zh-CN': name, en: 'Parts count before the shift ends' },
          cadence: { every: 'event', after, graceHours: 1 },
          form: {
            photo: 'none',
            fields: [{ key: 'pieces', label: { 'zh-CN': '件数', en: 'Pieces' }, kind: 'number', required: true }],
          },
        },
      ],
    },
  })
  expect(made.status(), await made.text()).toBe(200)
  const { responsibilityId } = (await made.json()) as { responsibilityId: string }
  for (const positionId of new Set(people.map((one) => one.positionId))) {
    const held = await request.post(`/api/responsibilities/${responsibilityId}/holdings`, {
      data: { positionId, raci: 'responsible', from: today },
    })
    expect(held.status(), await held.text()).toBe(200)
  }
}

type Row = { status: string; isLate: boolean }

async function tasksOf(request: APIRequestContext, personId: string): Promise<Row[]> {
  const answer = await request.get(`/api/tasks?show=all&personId=${personId}&text=${encodeURIComponent(name)}`)
  return ((await answer.json()) as { rows: Row[] }).rows
}

const stateOf = async (request: APIRequestContext, personId: string) => (await tasksOf(request, personId))[0]?.status
const isLate = async (request: APIRequestContext, personId: string) => (await tasksOf(request, personId))[0]?.isLate
