import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { desk, openBrowser, signIn, visit, type Visit } from './browser.ts'
import { word } from './words.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const screens = (key: string) => word('en', `organisation.screens.${key}`)

test(
  'a change dated ahead is seen as of its day and not before, stands in the history, and is taken back',
  { timeout: 180_000 },
  async () => {
    const hr = await visit(browser, desk)
    await signIn(hr, 'qian.hui')
    const { page } = hr
    const { position, today } = await someStart(hr)
    const ahead = dayAfter(today, 30)
    await page.goto(`/positions/${position}?on=${ahead}&lang=en`)
    await page.getByRole('button', { name: screens('change'), exact: true }).click()
    const title = page.getByRole('dialog').getByLabel(screens('positions.title')).first()
    await title.fill('Travelling auditor')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: screens('save') })
      .click()
    await page.getByRole('heading', { name: 'Travelling auditor' }).waitFor()
    const before = await titleOn(hr, position, dayAfter(ahead, -1))
    expect(before).not.toBe('Travelling auditor')
    expect(await titleOn(hr, position, ahead)).toBe('Travelling auditor')
    // searching today does not find what will only be
    expect(await found(hr, 'Travelling auditor')).toBe(0)
    expect(await found(hr, 'Travelling auditor', ahead)).toBe(1)

    await page.getByRole('button', { name: /Travelling auditor/ }).click()
    await page.getByRole('menuitem', { name: screens('withdraw') }).click()
    await expect.poll(() => titleOn(hr, position, ahead)).toBe(before)
    expect(hr.faults).toEqual([])
    await hr.context.close()
  },
)

test('the roster of a past day is another than that of today', { timeout: 120_000 }, async () => {
  const hr = await visit(browser, desk)
  await signIn(hr, 'qian.hui')
  const { page } = hr
  await page.goto('/people?lang=en&sort=name')
  await page.getByRole('grid').getByRole('row').nth(2).waitFor()
  await page.goto('/people?lang=en&on=1999-01-01')
  await page.getByRole('button', { name: /1999/ }).waitFor()
  const cells = page.getByRole('grid').getByRole('row').nth(1)
  await expect.poll(async () => (await cells.textContent()) ?? '').toContain('—')
  expect(hr.faults).toEqual([])
  await hr.context.close()
})

test(
  'the whole organisation goes out as a workbook and comes back with nothing to change',
  { timeout: 240_000 },
  async () => {
    const hr = await visit(browser, desk)
    await signIn(hr, 'qian.hui')
    const { page } = hr
    await page.goto('/organisation?lang=en')
    await page.getByRole('button', { name: screens('workbook') }).click()
    const saving = page.waitForEvent('download')
    await page.getByRole('menuitem', { name: screens('export') }).click()
    const file = await (await saving).path()
    expect((await readFile(file)).subarray(0, 2).toString()).toBe('PK')

    await page.goto('/imports/organisation?lang=en')
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({
        name: 'organisation.xlsx',
        mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        buffer: await readFile(file),
      })
    await page.getByText(word('en', 'transfer.preview.nothing')).waitFor({ timeout: 120_000 })
    await page.getByRole('rowheader', { name: 'Seats' }).waitFor()
    expect(hr.faults).toEqual([])
    await hr.context.close()
  },
)

async function someStart({ context }: Visit): Promise<{ position: string; today: string }> {
  const session = (await (await context.request.get('/api/session')).json()) as { tenant: { today: string } }
  const list = (await (await context.request.get('/api/positions?limit=5')).json()) as { rows: { id: string }[] }
  return { position: list.rows[3]?.id ?? '', today: session.tenant.today }
}

async function titleOn({ context }: Visit, position: string, on: string): Promise<string> {
  const answer = await context.request.get(`/api/positions/${position}?on=${on}`)
  return ((await answer.json()) as { title: { en?: string } }).title.en ?? ''
}

async function found({ context }: Visit, text: string, on?: string): Promise<number> {
  const answer = await context.request.get(`/api/positions?text=${encodeURIComponent(text)}${on ? `&on=${on}` : ''}`)
  return ((await answer.json()) as { total: number }).total
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
