import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { desk, openBrowser, phone, signIn, visit, type Visit } from './browser.ts'
import { word } from './words.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** A draft is written when the keys have rested. */
const restMs = 1500
const zh = (key: string) => word('zh-CN', `flow.${key}`)
const en = (key: string) => word('en', `flow.${key}`)

test(
  'a leave of five days is asked for on the phone, returned, sent straight back, approved on the desk, and HR sees it',
  { timeout: 180_000 },
  async () => {
    const clerk = await open(phone, 'zhang.wei')
    await clerk.page.goto('/m/requests/new?lang=zh-CN')
    await clerk.page.getByRole('link', { name: /^请假/ }).first().click()
    await fillLeave(clerk.page, '回老家')
    // What was typed survives a reload.
    await clerk.page.getByText(/已暂存在本机/).waitFor()
    await clerk.page.waitForTimeout(restMs)
    await clerk.page.reload()
    await expect.poll(() => clerk.page.getByLabel(/^事由/).inputValue(), { timeout: 30_000 }).toBe('回老家')
    await clerk.page.getByRole('button', { name: zh('start.submit'), exact: true }).click()
    await clerk.page.waitForURL(/\/requests\/[0-9a-f-]{36}/)
    const address = new URL(clerk.page.url()).pathname.replace('/m', '')
    await clerk.page
      .getByRole('list', { name: zh('request.courseTitle') })
      .getByText('李敏')
      .first()
      .waitFor()

    const head = await open(desk, 'li.min')
    await head.page.goto(`${address}?lang=en`)
    await head.page.getByRole('button', { name: en('request.act.return'), exact: true }).click()
    const dialog = head.page.getByRole('dialog')
    await dialog.getByText(en('request.return.straight')).first().click()
    await dialog.getByLabel(new RegExp(`^${en('request.return.why')}`)).fill('Which days exactly?')
    await dialog.getByRole('button', { name: en('request.act.return'), exact: true }).click()
    await dialog.waitFor({ state: 'hidden' })
    await head.page.getByText(/returned it from/).waitFor()

    // The phone's page follows by itself, and the reason is there.
    await clerk.page.getByText('Which days exactly?').first().waitFor()
    await clerk.page.getByLabel(/^事由/).fill('回老家，五天')
    await clerk.page.getByRole('button', { name: zh('request.act.submitAgain') }).click()

    // What was changed since is marked for whoever decides.
    await head.page.getByText('回老家，五天').first().waitFor()
    await head.page.getByRole('button', { name: en('request.act.approve'), exact: true }).click()
    await head.page.getByText(en('request.note.ended-approved')).first().waitFor()
    await clerk.page.getByText(zh('request.state.approved')).first().waitFor()

    const hr = await open(desk, 'qian.hui')
    await hr.page.goto('/inbox?box=copied&lang=zh-CN')
    await hr.page
      .getByRole('link', { name: /请假 · 张伟/ })
      .first()
      .click()
    await hr.page.getByText('回老家，五天').first().waitFor()
    await closeAll(clerk, head, hr)
  },
)

test(
  'several are approved at once; the mandatory one cannot be ticked, and says why',
  { timeout: 180_000 },
  async () => {
    const clerk = await open(desk, 'li.min')
    const ids = await startSeveral(clerk)
    const head = await open(desk, 'chen.guoqiang')
    const { page } = head
    await page.goto('/inbox?lang=zh-CN')
    const line = (text: string) => page.getByRole('listitem').filter({ hasText: text })
    for (const number of [ids.first, ids.second, ids.seal]) await line(number).locator('label').click()
    await page.getByRole('button', { name: /^同意/ }).click()
    await line(ids.first).waitFor({ state: 'hidden' })
    await line(ids.second).waitFor({ state: 'hidden' })

    // The seal came on to its mandatory step, which the same person decides: no tick there.
    const seal = line(ids.seal)
    await seal.waitFor()
    expect(await seal.getByRole('checkbox').count()).toBe(0)
    await seal.getByRole('button', { name: zh('inbox.barred.label') }).click()
    await page.getByText(zh('inbox.barred.mandatory')).waitFor()
    await page.keyboard.press('Escape')
    const tried = await head.context.request.get('/api/inbox?box=todo')
    const { rows } = (await tried.json()) as {
      rows: { number: string; requestId: string; dataRev: number; task: { id: string } }[]
    }
    const row = rows.find(({ number }) => number === ids.seal)
    if (!row) throw new Error('the seal does not wait for the head')
    const answer = await head.context.request.post('/api/inbox/decide', {
      data: { decision: 'approve', tasks: [{ requestId: row.requestId, task: row.task.id, dataRev: row.dataRev }] },
    })
    expect(await answer.json()).toMatchObject({ done: 0, refused: [{ code: 'flow.mandatory-one-by-one' }] })
    await closeAll(clerk, head)
  },
)

async function open(device: typeof phone | typeof desk, login: string): Promise<Visit> {
  const one = await visit(browser, device)
  await signIn(one, login)
  one.page.setDefaultTimeout(30_000)
  return one
}

async function closeAll(...visits: readonly Visit[]): Promise<void> {
  for (const one of visits) {
    expect(one.faults).toEqual([])
    await one.context.close()
  }
}

async function fillLeave(page: Page, reason: string): Promise<void> {
  await page.getByText('年休假', { exact: true }).click()
  await page
    .getByRole('group', { name: /^起止日期/ })
    .getByRole('spinbutton')
    .first()
    .click()
  await page.keyboard.type('2026120120261205', { delay: 20 })
  await page.getByLabel(/^天数/).fill('5')
  await page.getByLabel(/^事由/).fill(reason)
  await page.getByLabel(/^事由/).blur()
}

/** Two leaves and a contract to be sealed, all waiting for the same superior. */
async function startSeveral({ context }: Visit): Promise<{ first: string; second: string; seal: string }> {
  const { rows } = (await (await context.request.get('/api/flows-startable')).json()) as {
    rows: { id: string; key: string }[]
  }
  const flow = (key: string) => rows.find((one) => one.key === key)?.id
  const start = async (key: string, values: object) => {
    const answer = await context.request.post('/api/requests', { data: { flowId: flow(key), values } })
    if (!answer.ok()) throw new Error(await answer.text())
    return ((await answer.json()) as { number: string }).number
  }
  const leave = { kind: 'annual', span: { from: '2026-12-01', until: '2026-12-01' }, days: 1 }
  const sent = await context.request.post('/api/files', {
    multipart: { file: { name: 'contract.txt', mimeType: 'text/plain', buffer: Buffer.from('between us') } },
  })
  const { id } = (await sent.json()) as { id: string }
  return {
    first: await start('leave', { ...leave, reason: '看牙' }),
    second: await start('leave', { ...leave, reason: '搬家' }),
    seal: await start('contract-seal', {
      title: '年度采购框架',
      party: '宏达机械',
      amount: 12_000_000,
      seal: 'contract',
      copies: 2,
      contract: [{ id, name: 'contract.txt' }],
    }),
  }
}
