import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { desk, openBrowser, phone, signIn, visit, type Visit } from './browser.ts'
import { word } from './words.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const en = (key: string, facts: Record<string, string | number> = {}) => word('en', `flow.form.${key}`, facts)
const zh = (key: string, facts: Record<string, string | number> = {}) => word('zh-CN', `flow.form.${key}`, facts)
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAYAAACNMs+9AAAAFUlEQVR42mP8z8BQz0AEYBxVSF+FABJADveWkH6oAAAAAElFTkSuQmCC',
  'base64',
)

test(
  'a form is drawn, moved by keys, given a formula and a rule, tried beside itself, and filled in on the phone',
  { timeout: 240_000 },
  async () => {
    const hr = await visit(browser, desk)
    await signIn(hr, 'qian.hui')
    const flowId = await emptyFlow(hr)
    const { page } = hr
    await page.goto(`/flows/${flowId}?tab=form&lang=en`)

    await addField(page, 'photo', 'Pictures')
    await addField(page, 'money', 'Price')
    await addField(page, 'number', 'Pieces')
    await addField(page, 'computed', 'Total')
    const formula = page.getByRole('textbox', { name: en('design.expression') })
    await formula.fill('Price * Peaces')
    await page.getByText(/There is no “Peaces”/).waitFor()
    await formula.fill('Price * Pieces')
    await page.getByText('“Total” = “Price” × “Pieces”').waitFor()
    await choose(page, en('design.result'), en('result.money'))

    // What is called otherwise is followed by the formula.
    await page.getByRole('row', { name: 'Price' }).click()
    await page
      .getByRole('textbox', { name: en('design.label') })
      .first()
      .fill('Cost')
    await page.getByRole('row', { name: 'Total' }).click()
    await expect.poll(() => formula.inputValue()).toBe('Cost * Pieces')

    // The pictures go down below the rest, by keys alone.
    await page.getByRole('row', { name: 'Pictures' }).click()
    for (const key of ['ArrowRight', 'Enter', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter']) {
      await page.keyboard.press(key)
      await page.waitForTimeout(300)
    }
    await expect.poll(() => page.getByRole('row').allTextContents()).toEqual(['Cost', 'Pieces', 'Total', 'Pictures'])

    await page.getByRole('tab', { name: en('design.rules') }).click()
    await page.getByRole('button', { name: en('design.addRule') }).click()
    const rule = page.getByRole('region', { name: en('design.rule', { number: 1 }) })
    await rule.getByRole('button', { name: en('condition.add') }).click()
    await choose(page, en('condition.field'), 'Total')
    await rule.getByRole('textbox', { name: en('condition.value') }).fill('100')
    await page.keyboard.press('Tab')
    await choose(page, en('design.ruleFields'), 'Pictures', 'Cost')
    await rule.getByText('When Total is above ¥100.00, show Pictures').waitFor()

    // It works beside itself already.
    const preview = page.getByRole('region', { name: en('design.preview') })
    expect(await preview.getByText('Pictures').count()).toBe(0)
    await fillFigures(preview, 'Cost', 'Pieces', ['60', '2'])
    await preview.getByText('Pictures').first().waitFor()

    await publish(hr, flowId)
    const clerk = await visit(browser, phone)
    await signIn(clerk, 'zhang.wei')
    await clerk.page.goto(`/m/requests/new/${flowId}?lang=zh-CN`)
    await fillFigures(clerk.page, 'Cost', 'Pieces', ['60.5', '2'])
    await expect.poll(() => clerk.page.locator('output').textContent()).toBe('¥121.00')
    // A photo on its slow way does not undo what is typed meanwhile.
    await clerk.page.route('**/api/files', async (route) => {
      await new Promise((done) => setTimeout(done, 1500))
      await route.continue()
    })
    await clerk.page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'site.png', mimeType: 'image/png', buffer: pixel })
    await fillFigures(clerk.page, 'Cost', 'Pieces', ['60.5', '3'])
    await clerk.page.getByText('已上传').waitFor()
    await clerk.page.getByRole('button', { name: word('zh-CN', 'flow.start.submit'), exact: true }).click()
    await clerk.page.waitForURL(/\/requests\/[0-9a-f-]{36}/)
    expect(await valuesOf(clerk)).toEqual({
      price: 6050,
      pieces: 3,
      total: 18_150,
      pictures: [{ id: expect.any(String), name: 'site.png' }],
    })
    await clerk.page.getByRole('button', { name: zh('openPhoto', { name: 'site.png' }) }).click()
    const picture = clerk.page.getByRole('dialog').getByRole('img', { name: 'site.png' })
    await expect
      .poll(() => picture.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth))
      .toBe(10)
    expect([...hr.faults, ...clerk.faults]).toEqual([])
    await hr.context.close()
    await clerk.context.close()
  },
)

async function addField(page: Page, kind: string, label: string) {
  await page.getByRole('button', { name: en('design.add') }).click()
  await page.getByRole('menuitem', { name: en(`kind.${kind}`), exact: true }).click()
  await page.getByRole('row', { name: en(`kind.${kind}`) }).waitFor()
  await page
    .getByRole('textbox', { name: en('design.label') })
    .first()
    .fill(label)
  await page.getByRole('row', { name: label }).waitFor()
}

/** In a list; in one of several choices the last ones are taken out again. */
async function choose(page: Page, label: string, option: string, ...out: string[]) {
  await page
    .getByRole('button', { name: new RegExp(label) })
    .first()
    .click()
  for (const each of [option, ...out]) await page.getByRole('option', { name: each, exact: true }).click()
  await page.keyboard.press('Escape')
}

type Place = Pick<Page, 'getByRole'>

async function fillFigures(place: Place, first: string, second: string, figures: readonly [string, string]) {
  for (const [at, label] of [first, second].entries()) {
    const field = place.getByRole('textbox', { name: label, exact: true })
    await field.fill(figures[at] ?? '')
    await field.blur()
  }
}

async function emptyFlow(hr: Visit): Promise<string> {
  const steps = [{ kind: 'approve', id: 'boss', name: 'Superior', who: { kind: 'superiors', levels: 1 } }]
  const content = { definition: { id: 'x', steps }, form: { fields: [] }, start: {} }
  const answer = await hr.context.request.post('/api/flows', {
    data: { name: { en: 'Form trial' }, from: { kind: 'json', content } },
  })
  return ((await answer.json()) as { flowId: string }).flowId
}

/** Once the draft has saved itself. */
async function publish(hr: Visit, flowId: string) {
  const read = async () =>
    (await (await hr.context.request.get(`/api/flows/${flowId}`)).json()) as {
      version: number
      draft: { form: { rules?: { when: { value?: number } }[] } }
    }
  await expect.poll(async () => (await read()).draft.form.rules?.[0]?.when.value, { timeout: 20_000 }).toBe(10_000)
  const { version } = await read()
  const answer = await hr.context.request.post(`/api/flows/${flowId}/publish`, { data: { version, note: '' } })
  expect(await answer.json()).toMatchObject({ published: 1 })
}

async function valuesOf({ page, context }: Visit): Promise<unknown> {
  const id = /[0-9a-f-]{36}/.exec(new URL(page.url()).pathname)?.[0] ?? ''
  return ((await (await context.request.get(`/api/requests/${id}`)).json()) as { values: unknown }).values
}
