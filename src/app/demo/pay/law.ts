import type { Day } from '#core/calendar'
import type { Perform, Who } from '../perform.ts'

export const city = '上海'
const source = '演示数据的假设，未经核实，不可用于实际发薪'
/** Bounds of the year before those that come with the product, in yuan: what the demo assumes of them. */
const before = { from: '2024-07-01', until: '2025-07-01' }
const assumed = {
  fund: { floor: '2690.00', cap: '36921.00' },
  others: { floor: '7384.00', cap: '36921.00' },
  'minimum-wage': { month: '2690.00' },
}

type Version = { id: string | null; content: Record<string, unknown>; from: Day; until: Day | null }
type Parameter = { kind: string; versions: Version[] }

/**
 * The demo's months reach further than the data that comes with the product. What lies outside is added as the firm's
 * own, marked as the demo's assumption.
 */
export async function assumeLaw(perform: Perform, who: Who): Promise<void> {
  const { rows } = await perform<{ rows: Parameter[] }>(who, 'payroll.listParameters', { city: [city], limit: 100 })
  for (const { kind, versions } of rows) {
    const shipped = versions.filter(({ id }) => id === null).toSorted((a, b) => (a.from < b.from ? -1 : 1))
    const [first, last] = [shipped[0], shipped.at(-1)]
    if (!first || !last || versions.length > shipped.length) continue
    const own = kind === 'fund' || kind === 'minimum-wage' ? assumed[kind] : assumed.others
    const add = (content: object, from: Day, until: Day | null) =>
      perform(who, 'payroll.addParameter', { jurisdiction: 'cn', city, kind, content, source, from, until })
    if (first.from === before.until) await add({ ...first.content, ...own }, before.from, before.until)
    if (last.until !== null) await add(last.content, last.until, null)
  }
}
