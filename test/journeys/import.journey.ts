import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { desk, openBrowser, signIn, visit } from './browser.ts'
import { word } from './words.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const header = 'Number,Name,Unit,Position,Hired on,Mobile'
const good = [
  'N9001,Zoe Field,BD,Business development clerk,2026-03-01,13900000001',
  'N9002,Yan Li,CS,Service agent,2026-04-01,13900000002',
]
const bad = [
  'N9003,,CS,Service agent,2026-04-01,13900000003',
  'N9004,No Day,CS,Service agent,2026-02-30,13900000004',
  'N9005,Short Mobile,CS,Service agent,2026-04-01,139',
  'N9001,Twice Here,CS,Service agent,2026-04-01,13900000005',
  ',No Number,CS,Service agent,2026-04-01,13900000006',
]
const csv = (lines: string[]) => ({
  name: 'roster.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from([header, ...lines].join('\n')),
})

test(
  'a roster with five bad rows is shown row by row and refused whole; mended, it is taken in',
  { timeout: 180_000 },
  async () => {
    const hr = await visit(browser, desk)
    await signIn(hr, 'qian.hui')
    const { page } = hr
    await page.goto('/imports/roster?lang=en')
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles(csv([...good, ...bad]))
    for (const line of ['4', '5', '6', '7', '8']) {
      await page.locator('tbody').getByText(line, { exact: true }).first().waitFor()
    }
    await page.getByText('This cell must be filled in.').first().waitFor()
    expect((await persons('N900')).length).toBe(0)
    expect(hr.faults).toEqual([])

    await page.getByRole('button', { name: word('en', 'transfer.otherFile') }).click()
    await page.locator('input[type=file]').first().setInputFiles(csv(good))
    await page.getByRole('button', { name: word('en', 'transfer.preview.commit'), exact: true }).click()
    await expect.poll(async () => (await persons('N900')).length, { timeout: 30_000 }).toBe(2)
    expect(hr.faults).toEqual([])
    await hr.context.close()

    async function persons(text: string): Promise<unknown[]> {
      const answer = await hr.context.request.get(`/api/persons?text=${text}`)
      return ((await answer.json()) as { rows: unknown[] }).rows
    }
  },
)
