import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { desk, openBrowser, phone, signIn, visit } from './browser.ts'
import { word } from './words.ts'

let browser: Browser
/** Indicators, and what stands on them, in the order they can be switched on. */
const standingOnFacts = ['indicators', 'alarms', 'overlap', 'sources', 'reports', 'performance', 'incentives']

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(async () => {
  await switchOn(standingOnFacts)
  await browser.close()
})

test('the language changes while one types, without a reload and without losing a letter', async () => {
  const guest = await visit(browser, desk)
  const { page } = guest
  await page.goto('/sign-in?lang=zh-CN')
  await page.getByLabel(word('zh-CN', 'base.screens.signIn.login')).fill('half a na')
  await page.evaluate('window.stayed = true')
  await page.getByRole('button', { name: '语言' }).click()
  await page
    .getByRole('menuitemradio', { name: 'English' })
    .or(page.getByRole('menuitem', { name: 'English' }))
    .click()
  await page.getByRole('heading', { name: word('en', 'base.screens.signIn.title') }).waitFor()
  expect(await page.getByLabel(word('en', 'base.screens.signIn.login')).inputValue()).toBe('half a na')
  expect(await page.evaluate('window.stayed')).toBe(true)
  expect(await page.evaluate('document.documentElement.lang')).toBe('en')
  expect(guest.faults).toEqual([])
  await guest.context.close()
})

test(
  'indicators switched off are gone from menu, address and API, and come back with what happened meanwhile',
  { timeout: 180_000 },
  async () => {
    const administrator = await visit(browser, desk)
    await signIn(administrator, 'long.fei')
    const manager = await visit(browser, desk)
    await signIn(manager, 'li.min')
    const clerk = await visit(browser, phone)
    await signIn(clerk, 'zhang.wei')

    await administrator.page.goto('/system/modules?lang=en')
    const toggle = (module: string) =>
      administrator.page.getByRole('switch', { name: word('en', `base.modules.${module}.name`), exact: true })
    // what stands on indicators goes first
    for (const module of standingOnFacts.toReversed()) {
      await toggle(module).press('Space')
      const dialog = administrator.page.getByRole('alertdialog')
      await dialog.getByRole('button', { name: word('en', 'base.screens.modules.off'), exact: true }).click()
      await dialog.waitFor({ state: 'hidden' })
      await expect.poll(() => toggle(module).isChecked(), { timeout: 60_000 }).toBe(false)
    }
    await expect
      .poll(async () => (await manager.context.request.get('/api/board')).status(), { timeout: 60_000 })
      .toBe(404)
    expect(((await (await manager.context.request.get('/api/board')).json()) as { code: string }).code).toBe(
      'base.module-off',
    )
    await manager.page.goto('/?lang=en')
    await manager.page
      .getByRole('link', { name: word('en', 'tasks.menu.myDay') })
      .first()
      .waitFor()
    expect(await manager.page.getByRole('link', { name: word('en', 'indicators.menu.board') }).count()).toBe(0)

    const day = (await (await clerk.context.request.get('/api/tasks/my-day')).json()) as Record<
      'late' | 'today' | 'later',
      { id: string; title: Record<string, string> }[]
    >
    const task = [...day.late, ...day.today, ...day.later].find((one) => one.title['en'] === 'Follow up merchants')
    const values = { customer: 'while it was off', segment: 'oneOff', status: 'stays', problemSolved: true }
    const handedIn = await clerk.context.request.post(`/api/tasks/${task?.id}/entries`, { data: { values } })
    expect([handedIn.status(), await handedIn.text()]).toEqual([200, expect.any(String)])

    for (const module of standingOnFacts) {
      await toggle(module).press('Space')
      await expect.poll(() => toggle(module).isChecked(), { timeout: 60_000 }).toBe(true)
    }
    await expect
      .poll(async () => (await manager.context.request.get('/api/board')).status(), { timeout: 60_000 })
      .toBe(200)
    const customers = async () => {
      const answer = await manager.context.request.get('/api/facts?kind=follow-up&limit=100')
      const { rows } = (await answer.json()) as { rows: { dimensions: Record<string, string> }[] }
      return rows.map((fact) => fact.dimensions['customer'])
    }
    // what was handed in meanwhile is caught up with beside the running product
    await expect.poll(customers, { timeout: 60_000 }).toContain('while it was off')
    for (const one of [administrator, manager, clerk]) await one.context.close()
  },
)

/** Whatever happened, the journeys after this one find every module there. */
async function switchOn(modules: readonly string[]): Promise<void> {
  const administrator = await visit(browser, desk)
  await signIn(administrator, 'long.fei')
  for (const module of modules)
    await administrator.context.request.post(`/api/modules/${module}/switch`, { data: { isOn: true } })
  await administrator.context.close()
}
