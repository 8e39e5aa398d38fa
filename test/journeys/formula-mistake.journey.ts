import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { desk, openBrowser, signIn, visit, type Visit } from './browser.ts'
import { word } from './words.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const say = (key: string, facts?: Record<string, string | number>) => word('en', `responsibilities.${key}`, facts)
const code = `FORMULA${Date.now() % 100_000}`

test(
  'a formula with a mistake is explained at its place, mended by a press, kept, and its figure is shown with its steps',
  { timeout: 180_000 },
  async () => {
    const hr = await visit(browser, desk)
    await signIn(hr, 'qian.hui')
    const { page } = hr
    page.setDefaultTimeout(60_000)
    const { responsibilityId, personId } = await made(hr)
    await page.goto(`/responsibilities/${responsibilityId}/edit?lang=en`)
    await page.getByText(say('editor.formula'), { exact: true }).first().click()
    await page.getByLabel(say('editor.termName'), { exact: true }).first().fill('visits')
    const area = page.getByLabel(new RegExp(`^${say('editor.formulaText')}`)).last()
    await area.fill('ROUND(vists * 2, 1)')
    await page
      .getByText(/There is no “vists” here/)
      .first()
      .waitFor()
    expect(await page.locator('mark').first().textContent()).toBe('vists')

    await page.getByRole('button', { name: say('editor.useInstead', { name: 'visits' }) }).click()
    await page.getByText(say('editor.formulaSound')).waitFor()
    // what it gives with last month's facts, before it is kept
    await page
      .getByText(/visits = \d/)
      .first()
      .waitFor()
    await page
      .getByRole('button', { name: say('editor.save'), exact: true })
      .first()
      .click()
    await page.waitForURL(new RegExp(`/responsibilities/${responsibilityId}$|/responsibilities/${responsibilityId}\\?`))

    await page.goto(`/figures/${personId}/${responsibilityId}/visits?lang=en`)
    await page.getByText('ROUND(visits * 2, 1)').first().waitFor()
    await page.getByText(word('en', 'indicators.figure.steps')).first().waitFor()
    expect(hr.faults).toEqual([])
  },
)

/** A responsibility that counts visits, held by 张伟’s position. */
async function made({ context: { request } }: Visit): Promise<{ responsibilityId: string; personId: string }> {
  const board = await (await request.get('/api/board?period=month&limit=100')).json()
  const row = (board.rows as { name: string; personId: string }[]).find(({ name }) => name === '张伟')
  const personId = row?.personId ?? ''
  const held = await (await request.get(`/api/people/${personId}/responsibilities`)).json()
  const { positionId, since } = held.items[0] as { positionId: string; since: string }
  const draft = {
    code,
    unitId: null,
    from: since,
    name: { en: 'Doubled visits', 'zh-CN': '拜访加倍' },
    indicators: [
      {
        key: 'visits',
        name: { en: 'Visits doubled', 'zh-CN': '拜访次数加倍' },
        direction: 'up',
        target: 10,
        weightPermille: 1000,
        period: 'month',
        measure: { kind: 'figure', figure: { take: 'count', fact: 'visit' } },
      },
    ],
  }
  const answer = await request.post('/api/responsibilities', { data: draft })
  if (!answer.ok()) throw new Error(await answer.text())
  const { responsibilityId } = await answer.json()
  const path = `/api/responsibilities/${responsibilityId}/holdings`
  const holding = await request.post(path, { data: { positionId, raci: 'responsible', from: since } })
  if (!holding.ok()) throw new Error(await holding.text())
  return { responsibilityId, personId }
}
