import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { desk, openBrowser, phone, signIn, visit, type Visit } from './browser.ts'
import { word } from './words.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const zh = (key: string, facts?: Record<string, string | number>) => word('zh-CN', key, facts)
const customer = `旅程客户${Date.now() % 100_000}`

test(
  'a clerk hands a visit in on the phone in three taps, and the manager’s figure moves and opens down to it',
  { timeout: 180_000 },
  async () => {
    const before = await newCustomers()
    const clerk = await visit(browser, phone)
    const { page } = clerk
    await page.goto('/m')
    await page.getByRole('button', { name: /张伟/ }).click()
    await page.getByRole('heading', { level: 1, name: zh('tasks.menu.myDay') }).waitFor()

    // tap 1: the button beside the task opens the form; tap 2: the result; tap 3: hand in
    await page.getByRole('listitem').filter({ hasText: '拜访潜在客户' }).getByRole('button').first().tap()
    const form = page.getByRole('dialog')
    await form.getByLabel(/客户/).fill(customer)
    await form.getByText('签约', { exact: true }).tap()
    await form
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'door.png', mimeType: 'image/png', buffer: await photo(clerk) })
    await form.getByText('door').waitFor()
    await form.getByRole('button', { name: zh('tasks.submit'), exact: true }).tap()
    await page.getByText(zh('tasks.handedIn', { title: '拜访潜在客户' })).waitFor()
    expect(clerk.faults).toEqual([])
    await clerk.context.close()

    expect(await newCustomers()).toBe(before + 1)

    const manager = await visit(browser, desk)
    await signIn(manager, 'li.min')
    await manager.page.goto('/board?lang=en')
    await manager.page.getByRole('button', { name: /Zhang Wei, Winning customers/ }).click()
    await manager.page
      .getByRole('dialog')
      .getByRole('link', { name: /New customers/ })
      .first()
      .click()
    await manager.page.getByText(customer).first().waitFor()
    await manager.page.locator('a[href*="/tasks/"]').first().click()
    await manager.page.waitForURL(/\/tasks\//)
    await manager.page.getByText(customer).first().waitFor()
    const picture = manager.page.locator('img[src*="/api/files/"]').first()
    await picture.waitFor()
    expect(
      await picture.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth),
    ).toBeGreaterThan(0)
    expect(manager.faults).toEqual([])
    await manager.context.close()
  },
)

type Board = { rows: { name: string; cells: { indicators: { key: string; value: number | null }[] }[] }[] }

/** What the manager's board says of 张伟 now. */
async function newCustomers(): Promise<number> {
  const manager = await visit(browser, desk)
  await signIn(manager, 'li.min')
  const answer = await manager.context.request.get('/api/board?period=month&limit=100')
  const board = (await answer.json()) as Board
  await manager.context.close()
  const row = board.rows.find((one) => one.name === '张伟')
  return row?.cells.flatMap((cell) => cell.indicators).find((one) => one.key === 'new-customers')?.value ?? -1
}

/** A picture as a camera would make it. */
async function photo({ page }: Visit): Promise<Buffer> {
  return page.screenshot({ type: 'png' })
}
