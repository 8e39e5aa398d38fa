import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { readPdf } from '../paper.ts'
import { desk, openBrowser, phone, signIn, visit } from './browser.ts'
import { word } from './words.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const root = join(import.meta.dirname, '../..')
const say = (key: string, facts: Record<string, string | number> = {}) => word('en', `profiles.${key}`, facts)
const place = (key: string) => word('en', `organisation.screens.${key}`)

test(
  'a new position goes from the library to a printed description in a few presses',
  { timeout: 240_000 },
  async () => {
    const library = join(root, 'src/modules/responsibilities/library/trial-onet')
    const remit = ['bin/remit.mjs', 'library', 'import', 'onet', library, '--data', inject('dataDirectory')]
    // a product that was started by hand has its library already
    if (inject('dataDirectory')) await promisify(execFile)(process.execPath, remit, { cwd: root })

    const hr = await visit(browser, desk)
    await signIn(hr, 'qian.hui')
    const { page } = hr
    page.setDefaultTimeout(60_000)
    const units = (await (await hr.context.request.get('/api/units')).json()) as { id: string; code: string }[]
    const unit = units.find((one) => one.code === 'BD')?.id ?? ''

    // the position
    await page.goto(`/organisation?unit=${unit}&lang=en`)
    await page.getByRole('button', { name: place('positions.add') }).click()
    const sheet = page.getByRole('dialog')
    await sheet
      .getByLabel(new RegExp(`^${place('positions.title')}`))
      .first()
      .fill('Key account manager')
    await sheet.getByRole('button', { name: place('save'), exact: true }).click()
    await page.getByRole('link', { name: 'Key account manager' }).click()
    await page.getByRole('link', { name: place('positions.openDescription') }).click()
    await page.getByText(say('paper.noResponsibilities')).waitFor()

    // what it asks for
    await page.getByRole('button', { name: say('description.newFromLibrary') }).click()
    await sheet.getByRole('combobox', { name: say('take.occupation') }).fill('Sales')
    await page.getByRole('option', { name: /Sales Managers/ }).click()
    await sheet.getByRole('button', { name: say('take.take') }).click()
    await page.getByRole('row', { name: /Speaking/ }).waitFor()

    // what it answers for
    await page.getByRole('link', { name: say('description.addResponsibility') }).click()
    await page.getByRole('link', { name: 'Sales Managers' }).click()
    await page
      .getByRole('button', { name: word('en', 'responsibilities.library.takeCount_other', { count: 2 }) })
      .click()
    await page.getByText('Visit customers.').waitFor()

    // on record, and on paper
    await page.getByRole('button', { name: say('description.issue'), exact: true }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: say('description.issue'), exact: true })
      .click()
    await page.getByText(say('description.same', { number: 1 })).waitFor()
    const saved = page.waitForEvent('download')
    await page.getByRole('link', { name: say('description.pdf') }).click()
    const file = await saved
    expect(file.suggestedFilename()).toMatch(/^Position description Key account manager v1 .*\.pdf$/)
    const { text, embedded } = readPdf(await readFile(await file.path()))
    expect(embedded).toBe(2)
    for (const line of ['Key account manager', 'Visit customers.', 'Set prices.', 'Speaking', '5 of 7'])
      expect(text).toContain(line)
    await page.getByText(word('en', 'profiles.description.zh'), { exact: true }).click()
    await page.getByText(word('zh-CN', 'profiles.paper.responsibilities'), { exact: true }).waitFor()
    expect(hr.faults).toEqual([])
    await hr.context.close()
  },
)

test(
  'who sits on a position is told of its description and confirms it on the phone',
  { timeout: 120_000 },
  async () => {
    const hr = await visit(browser, desk)
    await signIn(hr, 'qian.hui')
    const clerk = await visit(browser, phone)
    await signIn(clerk, 'zhang.wei')
    const held = (await (await clerk.context.request.get('/api/my-responsibilities')).json()) as {
      items: { positionId: string }[]
    }
    const url = `/positions/${held.items[0]?.positionId}/description`
    await hr.page.goto(`${url}?lang=en`)
    await hr.page.getByRole('button', { name: say('description.issue'), exact: true }).click()
    await hr.page
      .getByRole('dialog')
      .getByRole('button', { name: say('description.issue'), exact: true })
      .click()
    await hr.page.getByText(say('description.same', { number: 1 })).waitFor()

    await clerk.page.goto('/m/notifications?lang=zh-CN')
    await clerk.page
      .getByText(/说明书第 1 版已签发/)
      .first()
      .click()
    await clerk.page.getByRole('button', { name: word('zh-CN', 'profiles.description.confirm') }).click()
    await hr.page.getByText(say('description.confirmedCount', { confirmed: 1 })).waitFor({ timeout: 30_000 })
    expect([clerk.faults, hr.faults]).toEqual([[], []])
    await clerk.context.close()
    await hr.context.close()
  },
)
