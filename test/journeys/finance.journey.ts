import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { factoryLogin } from '../../src/app/demo/factory/accounts.ts'
import { demoPassword } from '../../src/app/demo/company.ts'
import { desk, openBrowser, signIn, visit, type Visit } from './browser.ts'
import { word } from './words.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const en = (key: string, facts?: Record<string, string | number>) => word('en', `finance.${key}`, facts)
type Run = { id: string; period: string; steps: string[]; bankFiles: number; people: number }

test(
  'after a published run: vouchers are made and exported, the bank file is made, what the bank returned is imported',
  { timeout: 240_000 },
  async () => {
    const officer = await visit(browser, desk)
    await signIn(officer, factoryLogin('FI-F-HEAD'))
    const { page } = officer
    page.setDefaultTimeout(60_000)
    const run = (await read<Run[]>(officer, '/api/finance/runs?limit=30')).find(({ steps }) => steps.length < 5)
    expect(run, 'a published run without all of its vouchers').toBeDefined()

    await page.goto('/finance/vouchers?lang=en')
    await page
      .getByRole('button', { name: en('vouchers.book'), exact: true })
      .first()
      .click()
    const book = page.getByRole('dialog')
    await book.getByText(en('steps.remittance')).first().waitFor()
    await book.getByRole('button', { name: /^Make \d vouchers?$/ }).click()
    await book.waitFor({ state: 'hidden' })
    const booked = await read<Run[]>(officer, '/api/finance/runs?limit=30')
    expect(booked.find(({ id }) => id === run?.id)?.steps).toHaveLength(5)

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      (async () => {
        await page
          .getByRole('button', { name: new RegExp(`^${en('vouchers.export')}`) })
          .first()
          .click()
        await page.getByRole('menuitem', { name: en('vouchers.formats.yonyou') }).click()
        await confirmIfAsked(officer)
      })(),
    ])
    expect(download.suggestedFilename()).toMatch(/\.txt$/)

    await page.goto('/finance/bank?lang=en')
    await page
      .getByRole('button', { name: en('bank.make'), exact: true })
      .first()
      .click()
    const make = page.getByRole('dialog')
    await make.getByText(en('bank.toPay')).waitFor()
    for (const key of ['bank.leaveOut', 'bank.accept']) {
      const choice = make.getByText(en(key))
      if (await choice.isVisible()) await choice.click()
    }
    await make.getByRole('button', { name: en('bank.make') }).click()
    await confirmIfAsked(officer)
    await make.waitFor({ state: 'hidden' })

    const [file] = await read<{ id: string; rows: number }[]>(officer, '/api/finance/bank-files?limit=1')
    const [row] = await read<{ personName: string; shown: string; fen: number }[]>(
      officer,
      `/api/finance/bank-files/${file?.id}/rows?limit=1`,
    )
    await page
      .getByRole('button', { name: en('bank.rowsAndFailures') })
      .first()
      .click()
    const sheet = page.getByRole('dialog')
    const list = `账号,户名,处理结果,失败原因\n${row?.shown.replace(' ', '')},${row?.personName},失败,账户已销户\n`
    await sheet
      .locator('input[type=file]')
      .setInputFiles({ name: 'returned.csv', mimeType: 'text/csv', buffer: Buffer.from(list) })
    await sheet.getByText('账户已销户').waitFor()
    const [returned] = await read<{ id: string; failed: number; failedFen: number }[]>(
      officer,
      '/api/finance/bank-files?limit=1',
    )
    expect(returned).toMatchObject({ id: file?.id, failed: 1, failedFen: row?.fen })
    expect(officer.faults).toEqual([])
    await officer.context.close()
  },
)

async function read<T>({ context }: Visit, path: string): Promise<T> {
  const answer = await context.request.get(path)
  if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`)
  return (await answer.json()) as T
}

/** Salaries leave only with a password typed lately. */
async function confirmIfAsked({ page }: Visit): Promise<void> {
  const field = page.locator('input[type=password]')
  const isAsked = await field.waitFor({ timeout: 4000 }).then(
    () => true,
    () => false,
  )
  if (!isAsked) return
  await field.fill(demoPassword)
  await field.press('Enter')
}
