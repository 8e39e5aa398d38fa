import type { Browser, Page } from 'playwright-core'
import { factoryLogin } from '../../src/app/demo/factory/accounts.ts'
import { desk, signIn, visit, type Visit } from './browser.ts'

export const officerLogin = factoryLogin('HR-PAY')
export const headLogin = factoryLogin('FI-F-HEAD')
export type PayFirm = {
  readonly officer: Visit
  readonly groupId: string
  readonly employerUnitId: string
  /** Ids of the people by their numbers. */
  readonly people: ReadonlyMap<string, string>
  readonly groupName: string
}

/** A pay group of its own with three people and two items, made through the API: what the demo pays is left alone. */
export async function openPayFirm(browser: Browser): Promise<PayFirm> {
  const officer = await visit(browser, desk)
  await signIn(officer, officerLogin)
  const hr = await visit(browser, desk)
  await signIn(hr, 'qian.hui')
  const mark = String(Date.now()).slice(-7)
  const units = await ask<{ id: string; kind: string }[]>(officer, 'GET', '/units')
  const employerUnitId = units.find(({ kind }) => kind === 'company')?.id ?? ''
  const groupName = `Journey ${mark}`
  const group = {
    code: `J${mark}`,
    name: { en: groupName, 'zh-CN': groupName },
    employerUnitId,
    jurisdiction: 'cn',
    city: '上海',
  }
  const { id: groupId } = await ask<{ id: string }>(officer, 'POST', '/pay-groups', group)
  const people = new Map<string, string>()
  for (const [at, name] of ['Ada Wong', 'Bob Chen', 'Cai Ming'].entries()) {
    const number = `J${mark}${at}`
    const { id } = await ask<{ id: string }>(hr, 'POST', '/persons', { number, name })
    people.set(number, id)
  }
  const items = [
    { code: 'journey_wage', name: { en: 'Journey wage', 'zh-CN': '旅程工资' }, formula: 'part_month_wage', place: 1 },
    {
      code: 'journey_overtime',
      name: { en: 'Journey: Overtime', 'zh-CN': '旅程加班费' },
      formula: 'wage / 174 * overtime_workday_hours * 1.5',
      place: 2,
    },
    { code: 'journey_back', name: { en: 'Journey: Back pay', 'zh-CN': '旅程补发' }, formula: 'arrears', place: 3 },
  ]
  await leaveOutSharedItems(officer, groupId)
  for (const item of items)
    await ask(officer, 'POST', '/pay-items', { ...item, kind: 'earning', groupId, from: '2020-01-01' })
  await hr.context.close()
  return { officer, groupId, employerUnitId, people, groupName }
}

/** What the demo pays to all groups is nothing in this one: an item of a group goes before the one of all. */
async function leaveOutSharedItems(officer: Visit, groupId: string): Promise<void> {
  type Item = { code: string; name: object; kind: string; groupId: string | null }
  const { versions } = await ask<{ versions: Item[] }>(officer, 'GET', '/pay-items')
  const shared = new Map(versions.flatMap((item) => (item.groupId === null ? [[item.code, item] as const] : [])))
  for (const { code, name, kind } of shared.values()) {
    const nothing = { code, name, kind, formula: '0', isOnSlip: false, place: 9000 }
    await ask(officer, 'POST', '/pay-items', { ...nothing, groupId, from: '2020-01-01' })
  }
}

export async function ask<T = unknown>(of: Visit, method: string, path: string, data?: object): Promise<T> {
  const response = await of.context.request.fetch(`/api${path}`, { method, ...(data ? { data } : {}) })
  if (!response.ok()) throw new Error(`${method} ${path}: ${await response.text()}`)
  return (response.status() === 204 ? null : await response.json()) as T
}

/** Computes a month, takes on its warnings and has it published by the head, all through the API. */
export async function payMonth(firm: PayFirm, browser: Browser, period: string): Promise<string> {
  const { officer, groupId } = firm
  const { runId } = await ask<{ runId: string }>(officer, 'POST', '/pay-runs', { groupId, period })
  await ask(officer, 'POST', `/pay-runs/${runId}/calculate`)
  await computed(officer, runId)
  const { rows } = await ask<{ rows: { id: string; severity: string }[] }>(
    officer,
    'GET',
    `/pay-runs/${runId}/findings`,
  )
  for (const { id, severity } of rows)
    if (severity === 'warning')
      await ask(officer, 'POST', `/pay-runs/${runId}/findings/${id}/accept`, { note: 'journey' })
  const head = await visit(browser, desk)
  await signIn(head, headLogin)
  const version = async () => (await ask<{ version: number }>(officer, 'GET', `/pay-runs/${runId}`)).version
  await ask(officer, 'POST', `/pay-runs/${runId}/submit`, { version: await version() })
  await ask(head, 'POST', `/pay-runs/${runId}/publish`, { version: await version() })
  await head.context.close()
  return runId
}

export async function computed(of: Visit, runId: string): Promise<void> {
  for (let tries = 0; tries < 120; tries += 1) {
    const { state } = await ask<{ state: string }>(of, 'GET', `/pay-runs/${runId}`)
    if (state === 'calculated') return
    await new Promise((resume) => setTimeout(resume, 500))
  }
  throw new Error('the run was never computed')
}

/** Takes on all warnings of the page's run: the first of each kind, with all others like it. */
export async function acceptAll(page: Page, words: { accept: string; note: string; like: string }): Promise<void> {
  const buttons = page.getByRole('listitem').getByRole('button', { name: words.accept, exact: true })
  for (let left = await buttons.count(); left > 0; left = await buttons.count()) {
    await buttons.first().click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(new RegExp(`^${words.note}`)).fill('Known and right')
    await dialog.getByText(words.like).click()
    await dialog.getByRole('button', { name: words.accept, exact: true }).click()
    await dialog.waitFor({ state: 'hidden' })
    await page.waitForTimeout(800)
  }
}
