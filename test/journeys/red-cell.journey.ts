import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { desk, openBrowser, signIn, visit } from './browser.ts'
import { word } from './words.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const say = (key: string, facts?: Record<string, string | number>) => word('en', `indicators.${key}`, facts)
type Row = {
  personId: string
  cells: { responsibilityId: string; indicators: { key: string; light: string }[] }[]
}

test(
  'a manager opens the figure that is off, learns what explains it, and goes down to the facts of that group',
  { timeout: 180_000 },
  async () => {
    const manager = await visit(browser, desk)
    await signIn(manager, 'chen.guoqiang')
    const { page } = manager
    page.setDefaultTimeout(60_000)
    const board = (await (await manager.context.request.get('/api/board?period=month&limit=100')).json()) as {
      rows: Row[]
    }
    const [red] = board.rows.flatMap((row) =>
      row.cells.flatMap((cell) => cell.indicators.flatMap(({ key }) => (key === 'retention' ? [{ row, cell }] : []))),
    )
    if (!red) throw new Error('nobody on the board keeps customers')
    await page.goto(`/figures/${red.row.personId}/${red.cell.responsibilityId}/retention?lang=en`)
    await page.getByText(say('figure.trend')).first().waitFor()

    await page.getByRole('button', { name: say('why.ask') }).click()
    await page.getByText(say('why.scope.all'), { exact: true }).click()
    await page
      .getByText(/are Kind of customer is One-off; of these \d/)
      .first()
      .waitFor()
    await page
      .getByRole('button', { name: say('why.open') })
      .first()
      .click()
    await page
      .getByRole('table', { name: say('figure.facts') })
      .getByText('One-off')
      .first()
      .waitFor()

    // every chart can be read as a table
    await page
      .getByRole('button', { name: new RegExp(say('why.picture')) })
      .first()
      .click()
    await page
      .getByRole('columnheader', { name: say('why.interval') })
      .first()
      .waitFor()
    expect(manager.faults).toEqual([])
    await manager.context.close()
  },
)
