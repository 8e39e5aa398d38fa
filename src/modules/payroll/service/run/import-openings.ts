import { isDeepStrictEqual } from 'node:util'
import { isPayFault, readFen } from '#core/payroll'
import type { Context } from '#kernel/context'
import type { ImportField, Importer, ImportPlan, ImportRow, RowFault } from '#kernel/importer'
import { peopleByNumber } from '#modules/organisation'
import { OpeningState } from '../../contract/openings.ts'
import { mayRunFor } from '../../store/run/inputs.ts'
import { employers, openingRows, paidPeople, writeOpenings, type NewOpening } from '../../store/run/openings.ts'

const money = (key: string, zh: string[], en: string[], required = false): ImportField => ({
  key,
  titles: { en, 'zh-CN': zh },
  kind: 'decimal',
  required,
})
const text = (key: string, zh: string[], en: string[], required = false): ImportField => ({
  ...money(key, zh, en, required),
  kind: 'text',
  maxLength: 100,
})

const amounts = [
  money('income', ['累计收入额', '累计收入'], ['Income of the year'], true),
  money('exempt', ['累计免税收入'], ['Exempt income of the year']),
  money('insurance', ['累计专项扣除'], ['Own contributions of the year']),
  money('special', ['累计专项附加扣除', '累计专项附加扣除合计'], ['Special deductions of the year']),
  money('other', ['累计其他扣除'], ['Other deductions of the year']),
  money('reduced', ['累计减免税额'], ['Tax relief of the year']),
  money('withheld', ['累计已缴税额', '已缴税额'], ['Tax withheld in the year'], true),
] as const

/** The cumulative columns of the tax client's computation, for a firm that begins in mid-year. */
export const openingImporter: Importer = {
  permission: 'payroll.run',
  fields: [
    text('number', ['工号'], ['Staff number', 'Number'], true),
    text('year', ['年度', '税款所属年度'], ['Year'], true),
    text('employer', ['扣缴单位编码', '单位编码'], ['Employer code']),
    ...amounts,
  ],
  plan,
}

async function plan(ctx: Context, rows: readonly ImportRow[]): Promise<ImportPlan> {
  const { lines, faults } = await readRows(ctx, rows)
  const changed: NewOpening[] = []
  let created = 0
  for (const [key, group] of Map.groupBy(lines, ({ opening }) => `${opening.employerUnitId} ${opening.year}`)) {
    const [employerUnitId = '', year] = key.split(' ')
    const at = { employerUnitId, year: Number(year) }
    const paid = await paidPeople(
      ctx,
      group.map(({ opening }) => opening.personId),
      at,
    )
    const before = await openingRows(ctx, { ...at, limit: 1_000_000, offset: 0 })
    const known = new Map(before.rows.map((row) => [row.personId, OpeningState.parse(row.state)]))
    for (const { line, opening } of group) {
      const old = known.get(opening.personId)
      if (old && isDeepStrictEqual(old, opening.state)) continue
      if (paid.has(opening.personId))
        faults.push({ line, field: 'number', code: 'payroll.opening-used', facts: { year: opening.year } })
      changed.push(opening)
      if (!old) created += 1
    }
  }
  return {
    faults: faults.toSorted((a, b) => a.line - b.line),
    created,
    updated: changed.length - created,
    unchanged: lines.length - changed.length,
    async apply() {
      await writeOpenings(ctx, changed)
      await ctx.audit({ action: 'payroll.import-openings', target: 'pay-openings', after: { count: changed.length } })
      await ctx.announce('payroll')
    },
  }
}

type Line = { readonly line: number; readonly opening: NewOpening }

async function readRows(ctx: Context, rows: readonly ImportRow[]): Promise<{ lines: Line[]; faults: RowFault[] }> {
  const people = await peopleByNumber(ctx, [
    ...new Set(rows.map(({ values }) => String(values['number'] ?? '').trim())),
  ])
  const allowed = await mayRunFor(ctx, [...people.values()])
  const known = await employers(ctx)
  const lines: Line[] = []
  const faults: RowFault[] = []
  const seen = new Map<string, number>()
  for (const { line, values } of rows) {
    const said = (key: string) => String(values[key] ?? '').trim()
    const fault = (field: string, code: string, facts: RowFault['facts']) =>
      void faults.push({ line, field, code: `payroll.${code}`, facts })
    const personId = people.get(said('number'))
    const year = /^(19|20)\d\d/.exec(said('year'))?.[0]
    const employer = said('employer')
      ? known.find(({ code }) => code === said('employer'))
      : known.length === 1
        ? known[0]
        : undefined
    if (!personId || !allowed.has(personId)) fault('number', 'unknown-person', { number: said('number') })
    else if (!year) fault('year', 'bad-year', { year: said('year') })
    else if (!employer) fault('employer', 'unknown-employer', { code: said('employer') })
    else {
      const key = `${personId} ${employer.id} ${year}`
      const first = seen.get(key)
      seen.set(key, first ?? line)
      const state = stateOf(said)
      if (first !== undefined) fault('number', 'input-twice', { first })
      else if ('wrong' in state) fault(state.wrong, 'bad-amount', { found: said(state.wrong) })
      else
        lines.push({
          line,
          opening: { personId, employerUnitId: employer.id, year: Number(year), state, source: 'file' },
        })
    }
  }
  return { lines, faults }
}

function stateOf(said: (key: string) => string): OpeningState | { wrong: string } {
  const state: Record<string, number> = {}
  for (const { key } of amounts) {
    try {
      state[key] = readFen(said(key) || '0', key)
    } catch (thrown) {
      if (isPayFault(thrown)) return { wrong: key }
      throw thrown
    }
    if ((state[key] ?? 0) < 0) return { wrong: key }
  }
  return OpeningState.parse(state)
}
