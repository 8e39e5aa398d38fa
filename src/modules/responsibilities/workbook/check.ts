import { overlap, type Period } from '#core/calendar'
import type { PartRow, PartRows, WorkbookPart } from '#modules/organisation'
import { heaviestDay, weightsFit, weightTotal } from '../rules.ts'

type Tell = Parameters<NonNullable<WorkbookPart['check']>>[1]
const never = 'infinity'

/** What must hold between the rows: versions share no day, weights come to the whole, one is accountable, nobody carries too much. */
export function checkSheets(rows: PartRows, tell: Tell): void {
  checkVersions(rows, tell)
  checkWeights(rows, tell)
  checkParts(rows['responsibilityParts'] ?? [], tell)
  checkHoldings(rows['holdings'] ?? [], tell)
}

function checkVersions(rows: PartRows, tell: Tell): void {
  const sheet = 'responsibilityVersions'
  const versions = rows[sheet] ?? []
  for (const row of versions.filter(isNew))
    if (!row['nameZh'] && !row['nameEn'] && !row['nameOthers'])
      tell(sheet, row, 'nameZh', 'responsibilities.needs-name', { code: row['responsibility'] })
  for (const own of Map.groupBy(versions, (row) => row['responsibility']).values())
    eachPair(own, (row, other) =>
      tell(sheet, row, 'from', 'responsibilities.version-overlaps', { number: other['number'] }),
    )
}

function checkWeights(rows: PartRows, tell: Tell): void {
  const of = (row: PartRow) => `${row['responsibility']} ${row['number']}`
  const indicators = Map.groupBy(rows['responsibilityIndicators'] ?? [], of)
  const parts = Map.groupBy(rows['responsibilityParts'] ?? [], of)
  for (const version of new Set([...indicators.keys(), ...parts.keys()])) {
    const [own, made] = [indicators.get(version) ?? [], parts.get(version) ?? []]
    const told = own.find(isNew) ?? made.find(isNew)
    const [weights, shares] = [own.map(weighed), made.map((row) => ({ ...weighed(row), mode: String(row['mode']) }))]
    if (told && !weightsFit(weights, shares))
      tell(
        own.includes(told) ? 'responsibilityIndicators' : 'responsibilityParts',
        told,
        'weight',
        'responsibilities.weights-off',
        { total: weightTotal(weights, shares) / 10 },
      )
  }
}

function checkParts(parts: readonly PartRow[], tell: Tell): void {
  const composed = new Set(parts.filter((row) => row['mode'] === 'reference').map((row) => row['responsibility']))
  for (const row of parts.filter(isNew)) {
    if (row['part'] === row['responsibility']) tell('responsibilityParts', row, 'part', 'responsibilities.part-itself')
    else if (row['mode'] === 'reference' && composed.has(row['part'] ?? null))
      tell('responsibilityParts', row, 'part', 'responsibilities.part-composed', { code: row['part'] })
  }
}

function checkHoldings(holdings: readonly PartRow[], tell: Tell): void {
  const fault = (row: PartRow, field: string, code: string, facts = {}) =>
    tell('holdings', row, field, `responsibilities.${code}`, facts)
  for (const row of holdings.filter(isNew)) {
    if (['position', 'unit', 'person'].filter((kind) => row[kind] !== null).length !== 1)
      fault(row, 'position', 'one-holder')
    if (row['unit'] !== null && Number(row['weight'] ?? 0) > 0) fault(row, 'weight', 'units-weigh-nothing')
    if (!(Number(row['weight'] ?? 0) >= 0 && Number(row['weight'] ?? 0) <= 100)) fault(row, 'weight', 'bad-share')
  }
  const named = ['responsibility', 'position', 'unit', 'person', 'forUnit', 'raci']
  for (const own of Map.groupBy(holdings, (row) => JSON.stringify(named.map((field) => row[field]))).values())
    eachPair(own, (row, other) => fault(row, 'from', 'held-twice', { from: other['from'] }))
  const accountable = holdings.filter((row) => row['raci'] === 'accountable')
  for (const own of Map.groupBy(accountable, (row) => `${row['responsibility']} ${row['forUnit'] ?? ''}`).values())
    eachPair(own, (row, other) => {
      if (holderOf(row) !== holderOf(other))
        fault(row, 'raci', 'second-accountable', { position: holderOf(other).slice(1) })
    })
  for (const [holder, own] of Map.groupBy(holdings, holderOf)) {
    if (holder.startsWith('u')) continue
    const carried = own.map((row) => ({ ...periodOf(row), ...weighed(row) }))
    const most = own.findIndex((row, at) => {
      const one = carried[at]
      return isNew(row) && one && heaviestDay(carried.toSpliced(at, 1), one).total > 1000
    })
    const [row, one] = [own[most], carried[most]]
    if (row && one)
      fault(row, 'weight', 'too-heavy', {
        code: holder.slice(1),
        total: heaviestDay(carried.toSpliced(most, 1), one).total / 10,
      })
  }
}

/** Two rows that share a day, told of the one the file brings. */
function eachPair(rows: readonly PartRow[], told: (row: PartRow, other: PartRow) => void): void {
  for (const [at, row] of rows.entries())
    for (const other of rows.slice(at + 1)) {
      if (!overlap(periodOf(row), periodOf(other)) || (!isNew(row) && !isNew(other))) continue
      if (isNew(other)) told(other, row)
      else told(row, other)
    }
}

function isNew(row: PartRow): boolean {
  return row.line !== null
}

function periodOf(row: PartRow): Period {
  return { from: String(row['from'] ?? never), until: row['until'] === null ? null : String(row['until']) }
}

function weighed(row: PartRow): { weightPermille: number } {
  return { weightPermille: Math.round(Number(row['weight'] ?? 0) * 10) }
}

function holderOf(row: PartRow): string {
  return row['position'] !== null
    ? `p${row['position']}`
    : row['unit'] !== null
      ? `u${row['unit']}`
      : `n${row['person']}`
}
