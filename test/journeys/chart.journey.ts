import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { desk, openBrowser, phone, signIn, visit, type Visit } from './browser.ts'
import { word } from './words.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const chart = (key: string, facts: Record<string, string | number> = {}) =>
  word('en', `organisation.screens.chart.${key}`, facts)

test(
  "a manager looks at last year's chart, finds a post by pinyin, walks by keys, opens its card and takes the chart away",
  { timeout: 180_000 },
  async () => {
    const manager = await visit(browser, desk)
    await signIn(manager, 'li.min')
    const { page } = manager
    const day = await aYearAgo(manager)
    await page.goto(`/organisation/chart?by=position&on=${day}&lang=en`)
    const tree = page.getByRole('tree')
    await tree.getByRole('treeitem').first().waitFor()
    expect(await page.getByRole('button', { name: new RegExp(day) }).count()).toBe(1)

    await page.getByRole('combobox').fill('zlbjl')
    await page.getByRole('option', { name: /^Head of quality/ }).click()
    await expect.poll(() => focused(page)).toMatch(/^Head of quality/)
    await page.keyboard.press('ArrowUp')
    await expect.poll(() => focused(page)).not.toMatch(/^Head of quality/)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('End')
    await page.keyboard.press('Home')
    const top = await focused(page)
    expect(await page.locator(':focus').getAttribute('aria-level')).toBe('1')

    // folding leaves the top alone on the chart
    await page.keyboard.press(' ')
    await expect.poll(() => tree.getByRole('treeitem').count()).toBe(1)
    expect(await page.locator(':focus').getAttribute('aria-expanded')).toBe('false')
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => tree.getByRole('treeitem').count()).toBeGreaterThan(1)

    await page.keyboard.press('Enter')
    const card = page.getByRole('dialog')
    await card.getByText(word('en', 'organisation.screens.positions.line')).waitFor()
    await card.getByRole('heading', { name: word('en', 'responsibilities.chart.duties'), exact: true }).waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => focused(page)).toBe(top)

    const svg = await saved(page, chart('svg'))
    expect(svg.name).toContain(day)
    expect(svg.text).toMatch(/^<svg [^>]*xmlns/)
    expect(svg.text).toContain('>Head of quality<')
    expect((await saved(page, chart('png'))).text.slice(1, 4)).toBe('PNG')
    const pdf = await manager.context.request.get(`/api/org-chart/pages?by=position&level=3&on=${day}`)
    expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-')
    expect(manager.faults).toEqual([])
    await manager.context.close()
  },
)

test(
  'on a phone the chart is a tree from top to bottom that never scrolls sideways',
  { timeout: 120_000 },
  async () => {
    const employee = await visit(browser, phone)
    await signIn(employee, 'zhang.wei')
    const { page } = employee
    await page.goto('/m/organisation/chart?by=person&lang=en')
    await page.getByRole('treeitem').first().waitFor()
    const width = await page.evaluate('document.documentElement.scrollWidth')
    expect(width).toBeLessThanOrEqual(390)
    await page.getByRole('treeitem').first().click()
    await page.getByRole('dialog').getByText(chart('seatsOf')).waitFor()
    expect(employee.faults).toEqual([])
    await employee.context.close()
  },
)

function focused(page: Page): Promise<string> {
  return page.evaluate<string>('document.activeElement.getAttribute("aria-label") ?? ""')
}

async function saved(page: Page, kind: string): Promise<{ name: string; text: string }> {
  await page.getByRole('button', { name: chart('export') }).click()
  const coming = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: kind }).click()
  const download = await coming
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'latin1') }
}

async function aYearAgo({ context }: Visit): Promise<string> {
  const session = (await (await context.request.get('/api/session')).json()) as { tenant: { today: string } }
  const { today } = session.tenant
  return `${Number(today.slice(0, 4)) - 1}${today.slice(4, 8)}01`
}
