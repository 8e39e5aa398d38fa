import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { desk, openBrowser, phone, signIn, visit } from './browser.ts'
import { word } from './words.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const say = (key: string, facts: Record<string, string | number> = {}) => word('en', `responsibilities.${key}`, facts)
const tell = (key: string, facts: Record<string, string | number> = {}) => word('en', `alarms.${key}`, facts)
const name = 'Checking invoices'

test(
  'a draft is put in force, nobody answers for it, somebody is asked to see to it, and it is given to a position',
  { timeout: 180_000 },
  async () => {
    const hr = await visit(browser, desk)
    await signIn(hr, 'qian.hui')
    const { page } = hr

    // written as a draft, and put in force
    await page.goto('/responsibilities/new?lang=en')
    await page.getByRole('textbox', { name: /^Name/ }).first().fill(name)
    await page.getByText(say('editor.asDraft')).click()
    await page.getByRole('button', { name: say('editor.create'), exact: true }).click()
    await page.getByRole('heading', { level: 1, name }).waitFor()
    await page.getByText(say('state.draft'), { exact: true }).first().waitFor()
    await page.getByRole('button', { name: say('page.start') }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: say('page.start') })
      .click()
    await page.getByText(say('state.in-force'), { exact: true }).first().waitFor()

    // the gap stands in the chart of roles and, noticed by itself, among the alarms
    await page.goto(`/roles-chart?lang=en&q=${encodeURIComponent(name)}`)
    await page
      .getByRole('row', { name: new RegExp(name) })
      .getByText(say('alarms.nobody-accountable'))
      .waitFor()
    await page.goto('/alarms?lang=en')
    const alarm = page.getByRole('row', { name: new RegExp(name) })
    await alarm.waitFor({ timeout: 30_000 })
    await alarm.getByRole('checkbox').click({ force: true })
    await page.getByRole('button', { name: tell('act.assign'), exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('combobox').fill('龙飞')
    await page.getByRole('option', { name: /Long Fei/ }).click()
    await dialog.getByRole('button', { name: tell('act.assign') }).click()
    await alarm.getByText('龙飞').waitFor()

    // who was asked is told, and finds it on the phone
    const asked = await visit(browser, phone)
    await signIn(asked, 'long.fei')
    const { total } = (await (await asked.context.request.get('/api/alarms?mine=true')).json()) as { total: number }
    expect(total).toBe(1)
    await asked.page.goto('/m/alarms?mine=true&lang=en')
    await asked.page.getByText(name).waitFor()
    await asked.page.getByText(tell('sentence.nobody-accountable')).first().waitFor()

    // one key in the chart gives it to a position; the alarm resolves by itself
    await page.goto(`/roles-chart?lang=en&q=${encodeURIComponent(name)}`)
    const cell = page.getByRole('button', { name: new RegExp(`^${name}, HR manager`) })
    await cell.focus()
    await page.keyboard.press('a')
    await page.getByRole('button', { name: `${name}, HR manager: ${say('raci.accountable')}` }).waitFor()
    await page.goto('/alarms?lang=en')
    await alarm.waitFor({ state: 'hidden', timeout: 30_000 })
    await page.goto('/alarms?lang=en&state=resolved')
    await page.getByRole('row', { name: new RegExp(name) }).waitFor()
    expect([...hr.faults, ...asked.faults]).toEqual([])
    await asked.context.close()
    await hr.context.close()
  },
)
