import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { desk, openBrowser, signIn, visit, type Visit } from './browser.ts'
import { word } from './words.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const overlap = (key: string, facts: Record<string, string | number> = {}) => word('en', `overlap.${key}`, facts)
const say = (key: string, facts: Record<string, string | number> = {}) => word('en', `reorganisation.${key}`, facts)
type Text = Record<string, string>
type Unit = { id: string; parentId: string | null; name: Text }
type Side = { unit: { name: Text }; responsibility: { name: Text } }

const shop = 'Machining'
const team = 'Process adjustment'

test(
  'production and quality are parted in one go: overlap matrix, decision, draft, check, four eyes, chart, and all undone',
  { timeout: 300_000 },
  async () => {
    const planner = await visit(browser, desk)
    await signIn(planner, 'qian.hui')
    const approver = await visit(browser, desk)
    await signIn(approver, 'long.fei')
    const { page } = planner
    const before = await accountableOf(planner)

    // what two departments both do, found in the matrix: the adjusters quality gave up, and the machine shop
    await page.goto('/overlap?lang=en')
    await page.getByRole('button', { name: overlap('analyse.deed') }).click()
    const grid = page.getByRole('grid', { name: overlap('matrix.caption') })
    await grid.waitFor({ timeout: 60_000 })
    await grid.getByRole('button', { name: new RegExp(`^${shop}, Production management: \\d+ of`) }).click()
    const pair = page.getByRole('article').filter({ hasText: 'Adjust parameters of moulding and machining' })
    await pair
      .first()
      .getByRole('button', { name: overlap('decide.open') })
      .click()

    // who leads it, who goes on helping
    const sheet = page.getByRole('dialog')
    const lead = sheet.getByRole('combobox', { name: overlap('decide.lead') })
    await lead.fill(team)
    await page.getByRole('option', { name: team, exact: true }).first().click()
    expect(await sheet.getByRole('combobox', { name: overlap('decide.support') }).inputValue()).toBe(shop)
    await sheet.getByRole('button', { name: overlap('decide.save') }).click()
    await sheet.waitFor({ state: 'hidden' })
    const decided = page.getByRole('article').filter({ hasText: overlap('ledBy', { unit: team }) })
    await decided
      .first()
      .getByRole('button', { name: overlap('decide.look') })
      .click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: overlap('draft.open') })
      .click()
    await page.waitForURL(/\/reorganisation\/[0-9a-f-]{36}/)
    await page
      .getByText(new RegExp(`${team} leads$`))
      .first()
      .waitFor()
    const address = new URL(page.url()).pathname

    // the draft brings what the decision asks; the planner adds where the team is to stand
    await page.getByText(say('draft.sound')).waitFor()
    await page.getByRole('button', { name: say('draft.addChange') }).click()
    const change = page.getByRole('dialog')
    await change.getByRole('button', { name: say('change.kind') }).click()
    await page.getByRole('option', { name: say('kinds.move-unit'), exact: true }).click()
    const units = (await read(planner, '/units')) as Unit[]
    for (const [field, name] of [
      [say('change.unit'), team],
      [say('change.parent'), shop],
    ] as const) {
      await change.getByRole('button', { name: new RegExp(`^${field}`) }).click()
      await chooseUnit(page, units, name)
    }
    await change.getByRole('button', { name: say('change.add'), exact: true }).click()
    await change.waitFor({ state: 'hidden' })
    await page.getByText(say('draft.sound')).waitFor()

    // what it would do, and the chart of that day
    await page.getByRole('tab', { name: say('draft.tabs.effects') }).click()
    await page.getByRole('heading', { name: say('effects.responsibilities') }).waitFor()
    await page.getByText('Machining process').first().waitFor()
    await page.getByRole('button', { name: say('draft.submit') }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: say('draft.submit') })
      .click()
    await page.getByText(say('states.submitted')).first().waitFor()

    // who planned it does not approve it; somebody else does, and writes it
    expect(await page.getByRole('button', { name: say('draft.approve'), exact: true }).count()).toBe(0)
    const boss = approver.page
    await boss.goto(`${address}?tab=differences&lang=en`)
    await boss.getByText(team).first().waitFor()
    await boss.getByRole('button', { name: say('draft.approve'), exact: true }).click()
    await boss
      .getByRole('dialog')
      .getByRole('button', { name: say('draft.approve'), exact: true })
      .click()
    await boss.getByText(say('states.approved')).first().waitFor()
    await fromMenu(boss, say('draft.apply'))
    await boss.getByText(say('states.applied')).first().waitFor()

    // the chart of that day shows it, that of today does not; the answer is another from that day on
    const { day } = (await read(planner, address.replace('reorganisation', 'reorganisations'))) as { day: string }
    expect(await aboveOn(page, day)).toMatch(/^Machining/)
    expect(await aboveOn(page, '')).toMatch(/^Production management/)
    expect((await accountableOf(planner, day)) === before).toBe(false)
    expect(await accountableOf(planner)).toBe(before)

    // undone as a whole, and the decision taken back: everything as it was
    await fromMenu(boss, say('draft.undo'))
    await boss.getByText(say('states.undone')).first().waitFor()
    expect(await aboveOn(page, day)).toMatch(/^Production management/)
    expect(await accountableOf(planner, day)).toBe(before)
    const { items } = (await read(planner, '/overlap/pairs?state=same&limit=200')) as {
      items: { id: string; first: Side; second: Side }[]
    }
    const mine = items.filter(({ first, second }) => [first, second].some((side) => side.unit.name['en'] === team))
    expect(mine).toHaveLength(1)
    expect((await planner.context.request.delete(`/api/overlap/pairs/${mine[0]?.id}/decision`)).status()).toBe(200)
    for (const one of [planner, approver]) {
      expect(one.faults).toEqual([])
      await one.context.close()
    }
  },
)

async function read({ context }: Visit, path: string): Promise<unknown> {
  return (await context.request.get(`/api${path}`)).json()
}

/** Who answers for the machining process on a day. */
async function accountableOf(visited: Visit, day?: string): Promise<string | undefined> {
  const query = `text=${encodeURIComponent('Machining process')}${day ? `&day=${day}` : ''}`
  const { items } = (await read(visited, `/responsibilities?${query}`)) as {
    items: { name: Text; accountable: { positionTitle: Text } | null }[]
  }
  return items.find(({ name }) => name['en'] === 'Machining process')?.accountable?.positionTitle['en']
}

/** What stands above the team on the chart of units, walked to by keys. */
async function aboveOn(page: Page, day: string): Promise<string> {
  await page.goto(`/organisation/chart?by=unit${day && `&on=${day}`}&lang=en`)
  await page.getByRole('tree').getByRole('treeitem').first().waitFor()
  await page.getByRole('combobox').fill(team)
  await page
    .getByRole('option', { name: new RegExp(`^${team}`) })
    .first()
    .click()
  await expect.poll(() => focused(page)).toMatch(new RegExp(`^${team}`))
  await page.keyboard.press('ArrowUp')
  await expect.poll(() => focused(page)).not.toMatch(new RegExp(`^${team}`))
  return focused(page)
}

function focused(page: Page): Promise<string> {
  return page.evaluate<string>('document.activeElement.getAttribute("aria-label") ?? ""')
}

/** Opens the tree of units down to one, and takes it. */
async function chooseUnit(page: Page, units: readonly Unit[], name: string): Promise<void> {
  const row = (one: Unit | undefined) => page.getByRole('row', { name: new RegExp(`^${one?.name['en']}`) }).first()
  const path: Unit[] = []
  for (let one = units.find((unit) => unit.name['en'] === name); one;) {
    path.unshift(one)
    const { parentId } = one
    one = units.find((unit) => unit.id === parentId)
  }
  for (const above of path.slice(0, -1))
    if ((await row(above).getAttribute('aria-expanded')) === 'false')
      await row(above).getByRole('button').first().click()
  await row(path.at(-1)).click()
}

async function fromMenu(page: Page, deed: string): Promise<void> {
  await page.getByRole('button', { name: say('draft.more'), exact: true }).click()
  await page.getByRole('menuitem', { name: deed, exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: deed, exact: true }).click()
}
