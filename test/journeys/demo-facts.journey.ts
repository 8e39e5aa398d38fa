import { afterAll, beforeAll, expect, test } from 'vitest'
import type { APIRequestContext, Browser } from 'playwright-core'
import { desk, openBrowser, signIn, visit } from './browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

type Fact = { id: string; day: string; personId: string; measures: Record<string, number>; reversesId: string | null }
type Row = { personId: string; cells: { indicators: { key: string; value: number | null }[] }[] }

/** The figures that rest on what MES, ERP and CRM told, and what they are made of. */
const figures = [
  { key: 'output', kind: 'output', of: 'pieces' },
  { key: 'saved', kind: 'purchase-order', of: 'saved' },
  { key: 'new-customers', kind: 'new-customer', of: null },
] as const

test('every figure that rests on another system re-adds to its facts', { timeout: 240_000 }, async () => {
  const hr = await visit(browser, desk)
  await signIn(hr, 'qian.hui')
  const { request } = hr.context
  const first = new Date()
  first.setUTCDate(0)
  const day = first.toISOString().slice(0, 10)
  const month = { from: `${day.slice(0, 8)}01`, until: day }
  const rows = await boardOf(request, day)
  for (const { key, kind, of } of figures) {
    const facts = await factsOf(request, kind, month)
    expect(facts.length).toBeGreaterThan(50)
    const sums = new Map<string, number>()
    for (const fact of facts) {
      const adds = of === null ? (fact.reversesId ? -1 : 1) : (fact.measures[of] ?? 0)
      sums.set(fact.personId, (sums.get(fact.personId) ?? 0) + adds)
    }
    const shown = rows.flatMap(({ personId, cells }) => {
      const found = cells.flatMap((cell) => cell.indicators).find((indicator) => indicator.key === key)
      return found && sums.has(personId) ? [[personId, found.value] as const] : []
    })
    expect([key, shown.length]).toEqual([key, sums.size])
    for (const [personId, value] of shown) expect([key, personId, value]).toEqual([key, personId, sums.get(personId)])
  }
  await hr.context.close()
})

async function boardOf(request: APIRequestContext, day: string): Promise<Row[]> {
  const { items } = await json(request, '/responsibilities?text=F-&limit=200')
  const wanted = new Set(['F-MC-OUTPUT', 'F-FM-OUTPUT', 'F-AS-OUTPUT', 'F-PU-SOURCE', 'F-SA-NEW'])
  const units = (await json(request, '/units')) as { id: string; code: string }[]
  const rows: Row[] = []
  expect(items.filter((item: { code: string }) => wanted.has(item.code))).toHaveLength(wanted.size)
  for (const code of ['MC', 'FM', 'AS', 'PU-F', 'SA']) {
    const unitId = units.find((unit) => unit.code === code)?.id
    for (let offset = 0; ; offset += 200) {
      const page = await json(request, `/board?period=month&day=${day}&unitId=${unitId}&limit=200&offset=${offset}`)
      rows.push(...page.rows)
      if (page.rows.length < 200) break
    }
  }
  return rows
}

async function factsOf(
  request: APIRequestContext,
  kind: string,
  { from, until }: { from: string; until: string },
): Promise<Fact[]> {
  const facts: Fact[] = []
  for (let after = ''; ;) {
    const page = await json(request, `/facts?kind=${kind}&from=${from}&until=${until}&limit=500${after}`)
    facts.push(...page.rows)
    const last = facts.at(-1)
    if (!page.hasMore || !last) return facts
    after = `&afterDay=${last.day}&afterId=${last.id}`
  }
}

async function json(request: APIRequestContext, path: string) {
  const answer = await request.get(`/api${path}`)
  if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`)
  return answer.json()
}
