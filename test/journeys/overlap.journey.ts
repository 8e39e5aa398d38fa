import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { desk, openBrowser, phone, signIn, visit } from './browser.ts'
import { word } from './words.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const say = (key: string, facts: Record<string, string | number> = {}) => word('en', `overlap.${key}`, facts)

test(
  'HR walks the matrix by keyboard, decides who leads a piece of work, and opens a draft of it',
  { timeout: 180_000 },
  async () => {
    const hr = await visit(browser, desk)
    await signIn(hr, 'qian.hui')
    const { page } = hr
    await page.goto('/overlap?lang=en')
    await page.getByRole('button', { name: say('analyse.deed') }).click()
    const grid = page.getByRole('grid', { name: say('matrix.caption') })
    await grid.waitFor({ timeout: 60_000 })

    const place = await openCell(page)
    await walkTo(page, place)
    await page.keyboard.press('Enter')
    await expect.poll(() => new URL(page.url()).searchParams.get('row')).not.toBe(null)

    await page
      .getByRole('button', { name: say('decide.open') })
      .first()
      .click()
    const sheet = page.getByRole('dialog')
    await sheet.getByRole('button', { name: say('decide.save') }).click()
    await sheet.getByText(word('en', 'overlap.problems.lead-missing')).waitFor()
    const lead = sheet.getByRole('combobox', { name: say('decide.lead') })
    await lead.click()
    await page.getByRole('option').first().click()
    const chosen = await lead.inputValue()
    expect(await sheet.getByRole('combobox', { name: say('decide.support') }).inputValue()).not.toBe('')
    await sheet.getByRole('button', { name: say('decide.save') }).click()
    await page
      .getByText(say('ledBy', { unit: chosen }))
      .first()
      .waitFor()

    await page
      .getByRole('button', { name: say('decide.look') })
      .first()
      .click()
    await page.getByRole('button', { name: say('draft.open') }).click()
    await page.waitForURL(/\/reorganisation\/[0-9a-f-]{36}/)
    await page
      .getByText(new RegExp(`${chosen} leads$`))
      .first()
      .waitFor()
    expect(hr.faults).toEqual([])
    await hr.context.close()
  },
)

test('on a phone the departments are a list that opens to their pairs', { timeout: 120_000 }, async () => {
  const hr = await visit(browser, phone)
  await signIn(hr, 'qian.hui')
  const { page } = hr
  await page.goto('/m/overlap?lang=zh-CN')
  await page.getByRole('button', { name: / × / }).first().click()
  await page.getByRole('article').first().waitFor()
  const overflow = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
  expect(overflow).toBe(0)
  await page.getByRole('button', { name: word('zh-CN', 'overlap.pairs.all') }).click()
  await page.getByRole('button', { name: / × / }).first().waitFor()
  expect(hr.faults).toEqual([])
  await hr.context.close()
})

type Place = { row: number; column: number }

/** A cell with open pairs, by its row and column. */
async function openCell(page: Page): Promise<Place> {
  const cell = page.getByRole('gridcell').locator('button', { hasText: /^\d+$/ }).first()
  const [row = 0, column = 0] = ((await cell.getAttribute('data-at')) ?? '').split('-').map(Number)
  return { row, column }
}

/** From the one stop of the tab key to a cell, by arrows alone. */
async function walkTo(page: Page, { row, column }: Place): Promise<void> {
  await page.locator('[data-at][tabindex="0"]').focus()
  await page.keyboard.press('Home')
  for (let step = 0; step < column; step += 1) await page.keyboard.press('ArrowRight')
  for (let step = 0; step < row; step += 1) await page.keyboard.press('ArrowDown')
  await page.locator(`[data-at="${row}-${column}"]:focus`).waitFor()
}
