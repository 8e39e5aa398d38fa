import type { Cadence } from '#core/cadence'
import type { LocalText } from '#core/local-text'
import type { ImportRow, RowFault } from '#kernel/importer'
import { sameName } from '../rules.ts'
import { ordinaryThresholds, racis, type IndicatorDraft, type Raci } from '../shapes.ts'
import { cadenceIn } from './cadence-text.ts'
import { measureIn } from '../measure-text.ts'

export type SheetDuty = { readonly line: number; name: LocalText; cadence: Cadence; factKind: string | undefined }
export type SheetHolding = {
  readonly line: number
  readonly positionCode: string
  readonly raci: Raci
  readonly weightPermille: number
}

/** What the rows of one code say together. */
export type SheetResponsibility = {
  readonly code: string
  readonly line: number
  readonly name: LocalText
  readonly unitCode: string | undefined
  readonly purpose: string | undefined
  readonly activities: LocalText[]
  readonly indicators: IndicatorDraft[]
  readonly duties: SheetDuty[]
  readonly holdings: SheetHolding[]
}

/** Joins the rows of a code and reads their cells; what can't be read is told with its line. */
export function groupRows(rows: readonly ImportRow[]): { sheet: SheetResponsibility[]; faults: RowFault[] } {
  const faults: RowFault[] = []
  const byCode = new Map<string, ImportRow[]>()
  for (const row of rows) {
    const code = said(row, 'code') ?? ''
    if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/.test(code)) faults.push(fault(row, 'code', 'bad-code', { code }))
    else byCode.set(code.toLowerCase(), [...(byCode.get(code.toLowerCase()) ?? []), row])
  }
  const sheet = [...byCode.values()].map((group) => oneResponsibility(group, faults))
  return { sheet, faults }
}

function oneResponsibility(rows: readonly ImportRow[], faults: RowFault[]): SheetResponsibility {
  const [first] = rows
  const once = (field: string): string | undefined => {
    const told = rows.filter((row) => said(row, field) !== undefined)
    const other = told.find((row) => said(row, field) !== said(told[0], field))
    if (other) faults.push(fault(other, field, 'differs-above', { value: said(told[0], field) }))
    return said(told[0], field)
  }
  const name = once('name')
  const nameEn = once('nameEn')
  return {
    code: said(first, 'code') ?? '',
    line: first?.line ?? 0,
    name: { ...(name ? texts(name) : {}), ...(nameEn ? { en: nameEn } : {}) },
    unitCode: once('unitCode'),
    purpose: once('purpose'),
    activities: rows.flatMap((row) => linesOf(said(row, 'activity'))),
    indicators: readIndicators(rows, faults),
    duties: readDuties(rows, faults),
    holdings: readHoldings(rows, faults),
  }
}

function readIndicators(rows: readonly ImportRow[], faults: RowFault[]): IndicatorDraft[] {
  const bearing = rows.filter((row) => said(row, 'indicator'))
  const weights = permilles(bearing.map((row) => amount(row, 'weight') ?? 0))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  if (bearing[0] && total !== 1000) faults.push(fault(bearing[0], 'weight', 'weights-off', { total: total / 10 }))
  return bearing.flatMap((row, index) => {
    const name = texts(said(row, 'indicator') ?? '')
    const twice = bearing.findIndex((other) => sameName(texts(said(other, 'indicator') ?? ''), name)) < index
    if (twice) faults.push(fault(row, 'indicator', 'twice', { name: said(row, 'indicator') }))
    const unit = said(row, 'indicatorUnit') ?? ''
    const target = amount(row, 'target')
    if (target === undefined) faults.push(fault(row, 'target', 'needed-for-indicator', {}))
    if (unit === '%' && target !== undefined && Math.abs(target) > 2)
      faults.push(fault(row, 'target', 'write-percent', { target }))
    const written = said(row, 'measure')
    const kind = said(row, 'factKind')
    const measure = written ? measureIn(written) : kind ? measureIn(`count ${kind}`) : undefined
    if (!measure)
      faults.push(fault(row, 'measure', written ? 'bad-measure' : 'needed-for-indicator', { value: written }))
    if (!measure || target === undefined) return []
    return [
      {
        name,
        unit,
        direction: said(row, 'direction') === 'down' ? 'down' : 'up',
        target,
        weightPermille: weights[index] ?? 0,
        period: (said(row, 'period') ?? 'month') as IndicatorDraft['period'],
        measure,
        localTargets: [],
        targetRule: { kind: 'fixed' },
        holderTargets: [],
        owner: null,
        thresholds: ordinaryThresholds,
      },
    ]
  })
}

function readDuties(rows: readonly ImportRow[], faults: RowFault[]): SheetDuty[] {
  const bearing = rows.filter((row) => said(row, 'duty'))
  return bearing.flatMap((row, index) => {
    const name = texts(said(row, 'duty') ?? '')
    if (bearing.findIndex((other) => said(other, 'duty') === said(row, 'duty')) < index)
      faults.push(fault(row, 'duty', 'twice', { name: said(row, 'duty') }))
    const written = said(row, 'cadence')
    const cadence = written ? cadenceIn(written) : undefined
    if (!cadence) faults.push(fault(row, 'cadence', written ? 'bad-cadence' : 'needed-for-duty', { value: written }))
    const factKind = said(row, 'factKind')?.toLowerCase()
    const isKind = factKind === undefined || /^[a-z][a-z0-9-]{0,62}$/.test(factKind)
    if (!isKind) faults.push(fault(row, 'factKind', 'bad-fact-kind', { value: factKind }))
    return cadence && isKind ? [{ line: row.line, name, cadence, factKind }] : []
  })
}

function readHoldings(rows: readonly ImportRow[], faults: RowFault[]): SheetHolding[] {
  const bearing = rows.filter((row) => said(row, 'positionCode'))
  const found: SheetHolding[] = []
  for (const row of bearing) {
    const raci = racis.find((one) => one === (said(row, 'raci') ?? 'responsible')) ?? 'responsible'
    const positionCode = said(row, 'positionCode') ?? ''
    const weight = amount(row, 'holdingWeight') ?? 0
    const weightPermille = Math.round(weight > 1 ? weight * 10 : weight * 1000)
    if (weight < 0 || weightPermille > 1000) faults.push(fault(row, 'holdingWeight', 'bad-share', { value: weight }))
    else if (found.some((one) => one.positionCode === positionCode && one.raci === raci))
      faults.push(fault(row, 'positionCode', 'twice', { name: positionCode }))
    else if (raci === 'accountable' && found.some((one) => one.raci === 'accountable'))
      faults.push(fault(row, 'raci', 'second-accountable', { position: positionCode }))
    else found.push({ line: row.line, positionCode, raci, weightPermille })
  }
  return found
}

/** Weights come as 60 and 40, or as 60 % and 40 % (0.6 and 0.4): what they add up to tells which. */
function permilles(weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const factor = total <= 1.5 ? 1000 : 10
  return weights.map((weight) => Math.round(weight * factor))
}

/** A cell in the language it is written in: with Chinese characters it is Chinese. */
export function texts(cell: string): LocalText {
  return /\p{Script=Han}/u.test(cell) ? { 'zh-CN': cell } : { en: cell }
}

function linesOf(cell: string | undefined): LocalText[] {
  return (cell ?? '').split(/\r?\n/).flatMap((line) => {
    const plain = line.replace(/^\s*(?:\d{1,2}[.、)）]|[-•·])\s*/, '').trim()
    return plain ? [texts(plain)] : []
  })
}

function said(row: ImportRow | undefined, field: string): string | undefined {
  const value = row?.values[field]
  return value === null || value === undefined || value === '' ? undefined : String(value)
}

function amount(row: ImportRow, field: string): number | undefined {
  const value = said(row, field)
  return value === undefined ? undefined : Number(value)
}

function fault(row: ImportRow, field: string, code: string, facts: RowFault['facts']): RowFault {
  return { line: row.line, field, code: `responsibilities.${code}`, facts }
}
