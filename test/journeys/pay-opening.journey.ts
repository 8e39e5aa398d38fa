import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { openBrowser } from './browser.ts'
import { ask, computed, openPayFirm } from './pay-firm.ts'
import { word } from './words.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const en = (key: string, facts = {}) => word('en', `payroll.runs.${key}`, facts)

test('a firm that begins in mid-year goes on from the balances of the tax client', { timeout: 240_000 }, async () => {
  const firm = await openPayFirm(browser)
  const { officer, groupId, employerUnitId, people } = firm
  const [[number, ada] = ['', '']] = [...people]
  await ask(officer, 'POST', `/persons/${ada}/pay-terms`, {
    groupId,
    wageFen: 3e6,
    from: '2026-01-01',
    excepted: ['pension', 'medical', 'unemployment', 'injury', 'fund'],
  })
  const state = { income: 15_000_000, insurance: 2_250_000, special: 1_000_000, withheld: 200_000 }
  await ask(officer, 'PUT', '/pay-openings', { personId: ada, employerUnitId, year: 2026, state })
  const { page } = officer
  await page.goto('/payroll/openings?year=2026&lang=en')
  await page.getByText(`Ada Wong ${number}`).waitFor()
  const { runId } = await ask<{ runId: string }>(officer, 'POST', '/pay-runs', {
    groupId,
    period: '2026-06',
    paidOn: '2026-07-10',
  })
  await ask(officer, 'POST', `/pay-runs/${runId}/calculate`)
  await computed(officer, runId)
  await page.goto(`/payroll/runs/${runId}?lang=en`)
  await page.getByText('Ada Wong').first().dblclick()
  const tax = word('en', 'payroll.slips.lines.tax')
  // 180,000 − 35,000 − 22,500 − 10,000 = 112,500 at 10 % less 2,520 = 8,730, of which 2,000 were withheld before
  await page.getByRole('button', { name: en('lineWhy', { name: tax, amount: '¥6,730.00' }) }).click()
  await page.getByRole('dialog').getByText('112,500.00').first().waitFor()
  expect(officer.faults).toEqual([])
  await officer.context.close()
})
