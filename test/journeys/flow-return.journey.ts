import { afterAll, beforeAll, expect, test } from 'vitest'
import type { APIRequestContext, Browser, Page } from 'playwright-core'
import { desk, openBrowser, phone, signIn, visit, type Visit } from './browser.ts'
import { word } from './words.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const zh = (key: string, facts: Record<string, string | number> = {}) => word('zh-CN', `flow.${key}`, facts)
const mark = Date.now().toString(36)

test(
  'a return out of a parallel branch stops the other branch too, and both are asked again; approved by keys alone',
  { timeout: 240_000 },
  async () => {
    const [maker, left, right, admin] = await Promise.all([
      open('zhang.wei', { ...phone }),
      open('li.min', desk),
      open('qian.hui', desk),
      open('long.fei', desk),
    ])
    const flowId = await publish(admin.context.request, await idOf(left), await idOf(right))
    const title = `合同会签 ${mark}`
    const begun = await send<{ requestId: string }>(maker.context.request, 'POST', '/api/requests', {
      flowId,
      title,
      values: { amount: 100 },
    })
    const path = `/requests/${begun.body.requestId}`
    const request = async () => read<Request>(maker.context.request, `/api${path}`)
    expect((await request()).at.map((one) => one.step)).toEqual(['left', 'right'])

    // one branch has agreed already when the other sends it back to whoever began it
    await approveByKeys(right.page, title)
    await left.page.goto(`${path}?lang=zh-CN`)
    await left.page.getByRole('button', { name: zh('request.act.return'), exact: true }).click()
    const dialog = left.page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: new RegExp(zh('request.return.why')) }).fill('金额写错了')
    await dialog.getByRole('button', { name: zh('request.act.return'), exact: true }).click()
    await left.page.getByText('金额写错了').waitFor()
    expect((await request()).at.map((one) => one.step)).toEqual(['start'])

    // mended on the phone and handed in again: nobody is spared
    await maker.page.goto(`/m${path}?lang=zh-CN`)
    const amount = maker.page.getByRole('textbox', { name: '金额' })
    await amount.fill('90')
    await amount.blur()
    await maker.page.getByRole('button', { name: zh('request.act.submitAgain') }).click()
    await expect
      .poll(async () => (await request()).at.map((one) => one.step), { timeout: 20_000 })
      .toEqual(['left', 'right'])
    expect((await request()).values).toEqual({ amount: 90 })
    await approveByKeys(left.page, title)
    await approveByKeys(right.page, title)
    await expect.poll(async () => (await request()).outcome, { timeout: 20_000 }).toBe('approved')
    const course = (await request()).course.map((one) => [one.id, one.state])
    expect(course).toEqual([
      ['left', 'passed'],
      ['right', 'passed'],
    ])
    for (const one of [maker, left, right, admin]) {
      expect(one.faults).toEqual([])
      await one.context.close()
    }
  },
)

type Request = {
  at: { step: string }[]
  outcome: string | null
  values: object
  course: { id: string; state: string }[]
}

async function open(login: string, device: typeof desk | typeof phone): Promise<Visit> {
  const one = await visit(browser, device)
  await signIn(one, login)
  return one
}

/** From the list to the decision without a mouse. */
async function approveByKeys(page: Page, title: string): Promise<void> {
  await page.goto('/inbox?lang=zh-CN')
  await page.getByText(title).first().waitFor()
  await tabTo(page, 'A', (text) => text.includes(title))
  await page.keyboard.press('Enter')
  const approve = page.getByRole('button', { name: zh('request.act.approve'), exact: true })
  await approve.waitFor()
  await tabTo(page, 'BUTTON', (text) => text === zh('request.act.approve'))
  await page.keyboard.press('Enter')
  await approve.waitFor({ state: 'detached' })
}

async function tabTo(page: Page, tag: string, isWanted: (text: string) => boolean): Promise<void> {
  for (let count = 0; count < 120; count += 1) {
    await page.keyboard.press('Tab')
    const [now, text] = await page.evaluate<[string, string]>(`(() => {
      const one = document.activeElement
      return [one?.tagName ?? '', one?.getAttribute('aria-label') ?? one?.textContent.trim() ?? '']
    })()`)
    if (now === tag && isWanted(text)) return
  }
  throw new Error('not reached by the tab key')
}

async function idOf(one: Visit): Promise<string> {
  return (await read<{ account: { personId: string } }>(one.context.request, '/api/session')).account.personId
}

async function publish(system: APIRequestContext, left: string, right: string): Promise<string> {
  const step = (id: string, person: string) => ({
    kind: 'approve',
    id,
    name: id,
    who: { kind: 'people', people: [person] },
  })
  const arms = [
    { id: 'a', name: '', steps: [step('left', left)] },
    { id: 'b', name: '', steps: [step('right', right)] },
  ]
  const definition = { id: 'flow', steps: [{ kind: 'parallel', id: 'both', name: '', arms }] }
  const form = { fields: [{ key: 'amount', kind: 'number', label: { 'zh-CN': '金额' } }] }
  const made = await send<{ flowId: string }>(system, 'POST', '/api/flows', {
    key: `return-${mark}`,
    name: { 'zh-CN': '合同会签' },
    from: { kind: 'json', content: { definition, form } },
  })
  const { flowId } = made.body
  expect((await send(system, 'POST', `/api/flows/${flowId}/publish`, { version: 1 })).status).toBe(200)
  return flowId
}

async function read<T>(as: APIRequestContext, path: string): Promise<T> {
  return (await (await as.get(path)).json()) as T
}

async function send<T>(
  as: APIRequestContext,
  method: 'POST',
  path: string,
  data: object,
): Promise<{ status: number; body: T }> {
  const answer = await as.fetch(path, { method, data })
  return { status: answer.status(), body: (await answer.json()) as T }
}
