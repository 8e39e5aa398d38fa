import { afterAll, beforeAll, expect, test } from 'vitest'
import type { APIRequestContext, Browser } from 'playwright-core'
import { demoPassword } from '../../src/app/demo/company.ts'
import { desk, openBrowser, phone, signIn, visit } from './browser.ts'
import { word } from './words.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const say = (key: string, facts: Record<string, string | number> = {}) => word('en', `incentives.${key}`, facts)

test(
  'an incentive is made, simulated on the past, switched on, and seen by who earns it down to a visit',
  { timeout: 180_000 },
  async () => {
    const name = `Visits ${Date.now() % 100_000}`
    const admin = await visit(browser, desk)
    await signIn(admin, 'long.fei')
    const login = await makeFinance(admin.context.request)
    await admin.context.close()

    const finance = await visit(browser, desk)
    await signIn(finance, login)
    const { page } = finance
    page.setDefaultTimeout(60_000)
    await page.goto('/incentive-plans?lang=en')
    await page.getByRole('button', { name: say('plans.make') }).click()
    const sheet = page.getByRole('dialog', { name: say('plans.make') })
    await sheet.getByLabel(say('plans.name')).first().fill(name)
    await sheet.getByLabel(say('form.code')).fill(name.toLowerCase().replace(' ', '-'))
    await sheet.getByRole('button', { name: say('form.units') }).click()
    await page.getByRole('treegrid').getByText('Yunji Group', { exact: true }).click()
    await page.keyboard.press('Escape')
    await sheet.getByRole('button', { name: say('form.fact') }).click()
    await page.getByRole('option', { name: /prospects/ }).click()
    await sheet.getByRole('textbox', { name: say('form.piece') }).fill('25')
    await sheet.getByRole('button', { name: say('form.keep') }).click()

    // it is a draft, and the past already tells what it would have cost
    await page.getByRole('heading', { name }).waitFor()
    await page.getByText(say('simulation.total')).first().waitFor()
    const rows = page.getByRole('table', { name: say('simulation.rows') }).getByRole('row')
    expect(await rows.count()).toBeGreaterThan(3)
    await page.getByRole('button', { name: say('plan.switchOn') }).click()
    const dialog = page.getByRole('dialog', { name: say('plan.switchOn') })
    await dialog.getByRole('button', { name: say('plan.switchOn') }).click()
    await dialog.waitFor({ state: 'hidden' })
    const month = new Date().toISOString().slice(0, 7)
    await page
      .getByText(say('state.on', { from: month }))
      .first()
      .waitFor()
    expect(finance.faults).toEqual([])
    await finance.context.close()

    const clerk = await visit(browser, phone)
    await signIn(clerk, 'zhang.wei')
    await clerk.page.goto('/m/my-incentives?lang=zh-CN')
    await clerk.page.getByText(name).first().waitFor()
    const own = await json(clerk.context.request, '/session')
    const earned = await json(clerk.context.request, `/incentives/${own.account.personId}`)
    const mine = earned.earnings.find((one: { planName: { en?: string } }) => one.planName.en === name)
    expect(mine.fen).toBe(2500 * mine.pieces)
    expect(mine.facts).toHaveLength(mine.pieces)
    // amounts of others are nobody else's to see
    const lead = await visit(browser, desk)
    await signIn(lead, 'li.min')
    const refused = await lead.context.request.get(`/api/incentives/${own.account.personId}`)
    expect(refused.status()).toBe(404)
    await lead.page.goto('/team-incentives?lang=en')
    await lead.page.getByText(name).first().waitFor()
    expect(JSON.stringify(await json(lead.context.request, '/incentive-counts'))).not.toContain('Fen"')
    expect(JSON.stringify(await json(lead.context.request, '/incentive-counts'))).not.toContain('"fen"')
    expect([...clerk.faults, ...lead.faults]).toEqual([])
    await clerk.context.close()
    await lead.context.close()
  },
)

/** An account of finance that works in no unit of its own. */
async function makeFinance(request: APIRequestContext): Promise<string> {
  const roles = (await json(request, '/roles')) as { id: string; key: string }[]
  const roleOf = (key: string) => ({ roleId: roles.find((role) => role.key === key)?.id, unitId: null })
  const login = `finance.${Date.now() % 1_000_000}`
  const made = await request.post('/api/accounts', {
    data: { login, name: 'Finance', roles: [roleOf('employee'), roleOf('finance')] },
  })
  expect(made.status()).toBe(200)
  const { invitation } = await made.json()
  const token = invitation.path.slice(invitation.path.lastIndexOf('/') + 1)
  // a context of its own: accepting signs in at once
  const guest = await visit(browser, desk)
  const accepted = await guest.context.request.post(`/api/invitations/${token}`, { data: { password: demoPassword } })
  expect(accepted.status()).toBe(204)
  await guest.context.close()
  return login
}

// oxlint-disable-next-line typescript/no-explicit-any -- answers of every shape are looked into
async function json(request: APIRequestContext, path: string): Promise<any> {
  const answer = await request.get(`/api${path}`)
  expect(answer.status()).toBe(200)
  return answer.json()
}
