import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { workers } from '../../src/app/demo/factory/people.ts'
import { desk, openBrowser, phone, signIn, visit } from './browser.ts'
import { word } from './words.ts'

const buyer = workers.find(({ position }) => position === 'PU-BUY')?.number ?? ''
const say = (key: string) => word('en', `sources.${key}`)
let browser: Browser
let erp: Server
let orders: object[] = []

const order = (number: string, saved: number) => ({
  OrderNo: number,
  ChangedAt: new Date(Date.now() - 60_000).toISOString(),
  BuyerNo: buyer,
  SupplierNo: 'S100',
  category: '钢材',
  saved,
})

beforeAll(async () => {
  browser = await openBrowser()
  erp = createServer((request, response) => {
    if (request.headers.authorization !== 'Bearer journey') return void response.writeHead(401).end('{}')
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ value: orders }))
  })
  await new Promise<void>((done) => erp.listen(0, '127.0.0.1', done))
})
afterAll(async () => {
  erp.close().closeAllConnections()
  await browser.close()
})

test(
  'an ERP sends a purchase and the buyer’s figure moves; a MES that went silent is seen',
  { timeout: 240_000 },
  async () => {
    const admin = await visit(browser, desk)
    await signIn(admin, 'long.fei')
    const { page } = admin
    page.setDefaultTimeout(60_000)
    const code = `erp-${Date.now().toString(36)}`
    orders = [order(`${code}-1`, 1234)]

    await page.goto('/sources?lang=en')
    await page
      .getByText(/Has sent nothing since/)
      .first()
      .waitFor()

    await page.getByRole('button', { name: say('list.add') }).click()
    const sheet = page.getByRole('dialog')
    await sheet.getByLabel(say('connect.name')).fill('Purchases of the journey')
    await sheet.getByLabel(say('connect.code')).fill(code)
    await sheet.getByText(say('kinds.rest')).click()
    await sheet.getByRole('button', { name: say('connect.create') }).click()

    await page.getByRole('tab', { name: say('tabs.setUp') }).waitFor()
    await page
      .getByLabel(say('address.url'), { exact: true })
      .fill(`http://127.0.0.1:${(erp.address() as AddressInfo).port}/odata/Orders`)
    await page.getByLabel(say('address.rowsAt')).fill('value')
    await choose(page, say('address.auth'), say('address.auths.bearer'))
    await page.getByLabel(say('address.token')).fill('journey')
    await page.getByRole('button', { name: say('address.save'), exact: true }).click()
    await page.getByText(say('address.saved')).first().waitFor()

    await page.getByRole('button', { name: say('sample.read') }).click()
    await page.getByText(say('mapping.suggested')).waitFor()
    await page.getByPlaceholder(say('mapping.constant')).first().fill('purchase-order')
    await page.getByRole('button', { name: say('trial.run') }).click()
    await page.getByText(word('en', 'sources.trial.facts_one', { count: 1 })).waitFor()
    await page.getByRole('button', { name: say('mapping.save') }).click()
    const turnOn = page.getByRole('button', { name: say('on.turnOn'), exact: true })
    await turnOn.click()
    await page.getByRole('button', { name: say('on.pause'), exact: true }).waitFor()

    const before = await savedBy()
    await page.getByRole('button', { name: say('on.runNow') }).click()
    await expect.poll(() => savedBy(), { timeout: 60_000, interval: 1000 }).toBe(before + 1234)
    await page.getByRole('tab', { name: say('tabs.runs') }).click()
    await page.getByText(say('runs.ok')).first().waitFor()
    expect(admin.faults).toEqual([])
    await admin.context.close()

    const small = await visit(browser, phone)
    await signIn(small, 'long.fei')
    await small.page.goto('/m/sources?lang=zh-CN')
    await small.page
      .getByText(/以后没有收到任何事实/)
      .first()
      .waitFor({ timeout: 60_000 })
    expect(small.faults).toEqual([])
    await small.context.close()
  },
)

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page
    .getByRole('button', { name: new RegExp(label) })
    .first()
    .click()
  await page.getByRole('option', { name: option }).click()
}

/** What the buyer has saved this month, as HR reads it. */
async function savedBy(): Promise<number> {
  const hr = await visit(browser, desk)
  try {
    await signIn(hr, 'qian.hui')
    const get = async (path: string) => (await hr.context.request.get(`/api${path}`)).json()
    const found = await get('/responsibilities?text=F-PU-SOURCE&limit=5')
    const responsibilityId = found.items.find((one: { code: string }) => one.code === 'F-PU-SOURCE').id
    const people = await get(`/persons?text=${buyer}&limit=5`)
    const personId = people.rows.find((one: { number: string }) => one.number === buyer).id
    const figure = await get(`/people/${personId}/indicators/${responsibilityId}/saved?period=month`)
    return figure.standing.value ?? 0
  } finally {
    await hr.context.close()
  }
}
