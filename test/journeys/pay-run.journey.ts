import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { desk, openBrowser, signIn, visit } from './browser.ts'
import { acceptAll, ask, headLogin, openPayFirm } from './pay-firm.ts'
import { word } from './words.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const en = (key: string, facts = {}) => word('en', `payroll.runs.${key}`, facts)

test(
  'a payroll officer computes a month, finds what is wrong, corrects it, and somebody else publishes it',
  { timeout: 240_000 },
  async () => {
    const firm = await openPayFirm(browser)
    const { officer, groupId, people } = firm
    const [[, ada] = ['', ''], [, bob] = ['', ''], [, cai] = ['', '']] = [...people]
    const terms = (personId: string, wageFen: number, more = {}) =>
      ask(officer, 'POST', `/persons/${personId}/pay-terms`, { groupId, wageFen, from: '2026-01-01', ...more })
    await terms(ada, 2_000_000)
    await terms(bob, 1_000_000, { city: '拉萨' })
    await terms(cai, 100_000)
    const { runId } = await ask<{ runId: string }>(officer, 'POST', '/pay-runs', { groupId, period: '2026-09' })

    const { page } = officer
    await page.goto(`/payroll/runs/${runId}?lang=en`)
    await page.getByRole('button', { name: en('do.calculate'), exact: true }).click()
    await page.getByText(en('states.calculated'), { exact: true }).first().waitFor({ timeout: 60_000 })
    await page.getByRole('tab', { name: new RegExp(`^${en('findings')}`) }).click()
    // each in a sentence with the person and what is missing; nothing goes on before they are gone
    await page
      .getByText(/Bob Chen.*拉萨/)
      .first()
      .waitFor()
    await page
      .getByText(/Cai Ming.*below the minimum wage/)
      .first()
      .waitFor()
    expect(await page.getByRole('button', { name: en('do.submit'), exact: true }).isDisabled()).toBe(true)

    const correct = async (personId: string, content: object) => {
      const { versions } = await ask<{ versions: { id: string; version: number }[] }>(
        officer,
        'GET',
        `/persons/${personId}/pay-terms`,
      )
      await ask(officer, 'PATCH', `/pay-terms/${versions[0]?.id}`, {
        groupId,
        version: versions[0]?.version,
        ...content,
      })
    }
    await correct(bob, { wageFen: 1_000_000 })
    await correct(cai, { wageFen: 1_000_000 })
    await page.getByRole('button', { name: en('do.again'), exact: true }).click()
    await page.getByText(/拉萨/).first().waitFor({ state: 'hidden', timeout: 60_000 })
    await acceptAll(page, { accept: en('accept'), note: en('acceptNote'), like: en('acceptLike') })

    // a cent opens to its formula
    await page.getByRole('tab', { name: new RegExp(`^${en('slips')}`) }).click()
    await page.getByText('Ada Wong').first().dblclick()
    await page.getByRole('button', { name: en('lineWhy', { name: 'Journey wage', amount: '¥20,000.00' }) }).click()
    await page.getByRole('dialog').getByText('20,000.00').first().waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: en('do.submit'), exact: true }).click()
    await page.getByText(en('states.submitted'), { exact: true }).first().waitFor()

    const head = await visit(browser, desk)
    await signIn(head, headLogin)
    await head.page.goto(`/payroll/runs/${runId}?lang=en`)
    await head.page.getByRole('button', { name: en('do.publish'), exact: true }).click()
    const dialog = head.page.getByRole('alertdialog')
    await dialog.getByRole('button', { name: en('do.publish'), exact: true }).click()
    await head.page.getByText(en('states.published'), { exact: true }).first().waitFor()
    expect([...officer.faults, ...head.faults]).toEqual([])
    await officer.context.close()
    await head.context.close()
  },
)
