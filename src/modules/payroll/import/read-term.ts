import { isPayFault, readFen, type Fen } from '#core/payroll'
import type { ImportRow, RowFault } from '#kernel/importer'
import { inputNamePattern } from '../rules/input-names.ts'
import { reservedCodes } from '../rules/check-items.ts'

export type TermLine = {
  readonly line: number
  readonly number: string
  readonly group: string
  readonly from: string
  readonly wageFen: Fen
  readonly city: string | null
  readonly bases: { readonly insurance?: Fen; readonly fund?: Fen }
  readonly amounts: Readonly<Record<string, string>>
  readonly reason: string
}

/** A row of a sheet as terms, or what is wrong with it. */
export function readTermLine({ line, values }: ImportRow): { term: TermLine | null; faults: RowFault[] } {
  const faults: RowFault[] = []
  const fault = (field: string, code: string, facts: RowFault['facts'] = {}) =>
    void faults.push({ line, field, code: `payroll.${code}`, facts })
  const text = (key: string) => String(values[key] ?? '').trim()
  const money = (key: string): Fen | undefined => {
    if (text(key) === '') return undefined
    try {
      const fen = readFen(text(key))
      if (fen >= 0) return fen
    } catch (thrown) {
      if (!isPayFault(thrown)) throw thrown
    }
    fault(key, 'bad-amount', { found: text(key) })
    return undefined
  }
  const amounts: Record<string, string> = {}
  for (const pair of text('amounts')
    .split(/[;；]/)
    .filter((part) => part.trim() !== '')) {
    const [name = '', value = ''] = pair.split(/[=＝]/).map((part) => part.trim())
    if (!inputNamePattern.test(name) || !/^-?\d{1,9}(\.\d{1,2})?$/.test(value))
      fault('amounts', 'bad-pair', { text: pair.trim() })
    else if (reservedCodes.has(name)) fault('amounts', 'name-reserved', { name })
    else amounts[name] = value
  }
  const [wageFen, insurance, fund] = [money('wage'), money('insurance'), money('fund')]
  if (faults.length > 0) return { term: null, faults }
  const bases = { ...(insurance === undefined ? {} : { insurance }), ...(fund === undefined ? {} : { fund }) }
  const said = { number: text('number'), group: text('group'), from: text('from'), reason: text('reason') }
  return { term: { line, ...said, wageFen: wageFen ?? 0, city: text('city') || null, bases, amounts }, faults }
}
