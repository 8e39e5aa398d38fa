import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { desk, openBrowser, signIn, visit, type Visit } from './browser.ts'
import { word } from './words.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const say = (key: string, facts: Record<string, string | number> = {}) => word('en', `reorganisation.${key}`, facts)
type Named = { id: string; code: string; name: Record<string, string> }

test(
  'a department is split on paper, checked, approved by somebody else, carried out for a day, seen, and undone',
  { timeout: 240_000 },
  async () => {
    const planner = await visit(browser, desk)
    await signIn(planner, 'qian.hui')
    const approver = await visit(browser, desk)
    await signIn(approver, 'long.fei')
    const { page } = planner
    const units = await unitsOn(planner, '')
    const content = units.find((unit) => unit.code === 'CT')?.name['en'] ?? ''

    // plan
    await page.goto('/reorganisation?lang=en')
    await page.getByRole('button', { name: say('list.add') }).click()
    await page.getByRole('textbox', { name: /^Name/ }).first().fill('Live streaming on its own')
    await page.getByRole('button', { name: say('form.create') }).click()
    await page.getByRole('heading', { level: 1, name: 'Live streaming on its own' }).waitFor()
    await page.getByRole('button', { name: say('draft.addChange') }).click()
    const sheet = page.getByRole('dialog')
    const names = sheet.getByRole('textbox', { name: /^Name(?! \()/ })
    await choose(page, sheet.getByRole('button', { name: say('change.kind') }), say('kinds.split-unit'))
    await sheet.getByRole('button', { name: /^Unit/ }).click()
    await page
      .getByRole('row', { name: /Trading/ })
      .getByRole('button')
      .first()
      .click()
    await page.getByRole('row', { name: content }).click()
    await names.first().fill('Content')
    await sheet.getByRole('button', { name: say('change.addInto') }).click()
    await names.nth(1).fill('Live streaming')
    const positions = await positionsOf(planner, content)
    for (const [at, title] of positions.slice(1).entries())
      await choose(page, sheet.getByRole('button', { name: title }), at === 0 ? 'Live streaming' : 'Content')
    await sheet.getByRole('button', { name: say('change.add'), exact: true }).click()
    await sheet.waitFor({ state: 'hidden' })

    // what is not placed is named at its row, and nothing can be handed in
    await page.getByText(say('draft.problems_one', { count: 1 })).waitFor()
    await page.getByRole('button', { name: say('draft.submit') }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: say('draft.submit') })
      .click()
    await page
      .getByRole('dialog')
      .getByText(/^Row 1: .*Nothing was changed\.$/)
      .waitFor()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: say('form.cancel') })
      .click()
    await page.getByRole('button', { name: say('draft.editChange', { row: 1 }) }).click()
    await choose(page, sheet.getByRole('button', { name: positions[0] ?? '' }), 'Content')
    await sheet.getByRole('button', { name: say('change.save'), exact: true }).click()
    await page.getByText(say('draft.sound')).waitFor()
    await page.getByRole('button', { name: say('draft.submit') }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: say('draft.submit') })
      .click()
    await page.getByText(say('states.submitted')).first().waitFor()

    // looked at and approved by somebody else, and written ahead of its day
    const address = new URL(page.url()).pathname
    const boss = approver.page
    await boss.goto(`${address}?tab=effects&lang=en`)
    await boss.getByText(/people move$/).waitFor()
    await boss.getByRole('tab', { name: say('draft.tabs.chart') }).click()
    await boss
      .getByRole('treeitem', { name: /Live streaming/ })
      .first()
      .waitFor()
    await boss.getByRole('tab', { name: say('draft.tabs.access') }).click()
    await boss.getByText(say('access.note'), { exact: false }).waitFor()
    await confirm(boss, say('draft.approve'))
    await boss.getByText(say('states.approved')).first().waitFor()
    await fromMenu(boss, say('draft.apply'))
    await boss.getByText(say('states.applied')).first().waitFor()

    // the organisation of that day, and of today
    const { day } = (await (
      await planner.context.request.get(`/api${address.replace('reorganisation', 'reorganisations')}`)
    ).json()) as { day: string }
    await page.goto(`/organisation?on=${day}&lang=en`)
    await page
      .getByRole('row', { name: /Trading/ })
      .getByRole('button')
      .first()
      .click()
    await page.getByRole('row', { name: /^Live streaming/ }).waitFor()
    const namesOn = async (on: string) => (await unitsOn(planner, on)).map((unit) => unit.name['en'])
    expect(await namesOn(day)).toEqual(expect.arrayContaining(['Content', 'Live streaming']))
    expect(await namesOn(day)).not.toContain(content)
    expect(await namesOn('')).toContain(content)

    await fromMenu(boss, say('draft.undo'))
    await boss.getByText(say('states.undone')).first().waitFor()
    expect((await namesOn(day)).toSorted()).toEqual(units.map((unit) => unit.name['en']).toSorted())
    for (const one of [planner, approver]) {
      expect(one.faults).toEqual([])
      await one.context.close()
    }
  },
)

async function unitsOn({ context }: Visit, on: string): Promise<Named[]> {
  return (await (await context.request.get(`/api/units${on && `?on=${on}`}`)).json()) as Named[]
}

async function positionsOf(visited: Visit, unitName: string): Promise<string[]> {
  const unit = (await unitsOn(visited, '')).find((one) => one.name['en'] === unitName)
  const answer = await visited.context.request.get(`/api/positions?unitId=${unit?.id}&limit=100`)
  return ((await answer.json()) as { rows: { title: Record<string, string> }[] }).rows.map(
    (row) => row.title['en'] ?? '',
  )
}

async function choose(page: Page, button: ReturnType<Page['getByRole']>, option: string): Promise<void> {
  await button.click()
  await page.getByRole('option', { name: option, exact: true }).click()
}

async function confirm(page: Page, deed: string): Promise<void> {
  await page.getByRole('button', { name: deed, exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: deed, exact: true }).click()
}

async function fromMenu(page: Page, deed: string): Promise<void> {
  await page.getByRole('button', { name: say('draft.more'), exact: true }).click()
  await page.getByRole('menuitem', { name: deed, exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: deed, exact: true }).click()
}
