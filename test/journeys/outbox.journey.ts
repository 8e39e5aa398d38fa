import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { desk, openBrowser, phone, signIn, visit, type Visit } from './browser.ts'
import { word } from './words.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const zh = (key: string, facts?: Record<string, string | number>) => word('zh-CN', key, facts)
const title = '拜访潜在客户'

test('work handed in without a network waits in the phone and is counted once when it is back', async () => {
  const [clerk, manager] = [await atMyDay(), await visit(browser, desk)]
  await signIn(manager, 'li.min')
  const customer = `断网客户${Date.now() % 100_000}`
  await formIsHere(clerk.page)
  await clerk.context.setOffline(true)
  await handIn(clerk.page, customer)
  await clerk.page.getByText(zh('tasks.queued', { title })).waitFor()
  expect(await visits(manager, customer)).toBe(0)

  await clerk.context.setOffline(false)
  await expect.poll(() => visits(manager, customer), { timeout: 40_000 }).toBe(1)
  await clerk.context.close()
  await manager.context.close()
})

test('an answer that never arrived is asked for again and counted once', async () => {
  const [clerk, manager] = [await atMyDay(), await visit(browser, desk)]
  await signIn(manager, 'li.min')
  const customer = `失联客户${Date.now() % 100_000}`
  let lost = 0
  // the server does the work, the phone never hears of it
  await clerk.page.route('**/api/tasks/*/entries', async (route) => {
    if (lost > 0) return route.continue()
    lost += 1
    await route.fetch()
    return route.abort('connectionreset')
  })
  await handIn(clerk.page, customer)
  await expect.poll(() => lost).toBe(1)
  await clerk.page.reload()
  await clerk.page.getByRole('heading', { level: 1, name: zh('tasks.menu.myDay') }).waitFor()
  await clerk.page.getByText(zh('tasks.waiting.note')).waitFor({ state: 'detached', timeout: 40_000 })
  expect(await visits(manager, customer)).toBe(1)
  await clerk.context.close()
  await manager.context.close()
})

async function atMyDay(): Promise<Visit> {
  const clerk = await visit(browser, phone)
  await signIn(clerk, 'zhang.wei')
  await clerk.page.goto('/m')
  await clerk.page.getByRole('heading', { level: 1, name: zh('tasks.menu.myDay') }).waitFor()
  return clerk
}

/** The form comes as soon as the browser has nothing else to do; somebody who walks out of reach later has it. */
async function formIsHere(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => name.includes('HandInSheet')),
  )
  await page.waitForLoadState('networkidle')
}

async function handIn(page: Page, customer: string): Promise<void> {
  await page.getByRole('listitem').filter({ hasText: title }).getByRole('button').first().tap()
  const form = page.getByRole('dialog')
  await form.getByLabel(/客户/).fill(customer)
  await form.getByText('签约', { exact: true }).tap()
  await form.getByRole('button', { name: zh('tasks.submit'), exact: true }).tap()
}

/** How many facts the server has about this customer, asked apart from the page and its network. */
async function visits(asker: Visit, customer: string): Promise<number> {
  const answer = await asker.context.request.get('/api/facts?kind=visit&limit=200')
  const text = await answer.text()
  if (!answer.ok()) throw new Error(text)
  return text.split(customer).length - 1
}
