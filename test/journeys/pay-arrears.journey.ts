import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { openBrowser } from './browser.ts'
import { ask, computed, openPayFirm, payMonth } from './pay-firm.ts'
import { word } from './words.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const en = (key: string, facts = {}) => word('en', `payroll.runs.${key}`, facts)

test(
  'a back-dated raise shows what it owes for the closed month, and is paid with the next',
  { timeout: 240_000 },
  async () => {
    const firm = await openPayFirm(browser)
    const { officer, groupId, people } = firm
    const [[, ada] = ['', '']] = [...people]
    const { id } = await ask<{ id: string }>(officer, 'POST', `/persons/${ada}/pay-terms`, {
      groupId,
      wageFen: 1_000_000,
      from: '2026-01-01',
    })
    await payMonth(firm, browser, '2026-08')
    await ask(officer, 'PATCH', `/pay-terms/${id}`, { groupId, wageFen: 1_200_000, version: 1 })

    const { page } = officer
    await page.goto(`/payroll/arrears?group=${groupId}&lang=en`)
    await page.getByText(/Ada Wong .* · 2026-08/).waitFor()
    await page.getByText('¥12,000.00').waitFor()
    await page.getByText(`${en('choose')} ¥2,000.00`).click()
    await page.getByLabel(en('arrearsInto')).fill('2026-09')
    await page.getByRole('button', { name: en('arrearsAccept'), exact: true }).click()
    await page.getByText(en('arrearsNone')).waitFor()

    const { runId } = await ask<{ runId: string }>(officer, 'POST', '/pay-runs', { groupId, period: '2026-09' })
    await ask(officer, 'POST', `/pay-runs/${runId}/calculate`)
    await computed(officer, runId)
    await page.goto(`/payroll/runs/${runId}?lang=en`)
    await page.getByText(/Back pay \+¥2,000\.00/).waitFor()
    expect(officer.faults).toEqual([])
    await officer.context.close()
  },
)
