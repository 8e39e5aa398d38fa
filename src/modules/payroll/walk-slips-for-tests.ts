import { whyOf, type WhyLine } from './rules/why.ts'
import { differencesOf, type SlipSums } from './rules/sum-slip.ts'
import { lineKey } from './rules/line-key.ts'

/** A slip as the tables hold it. */
export type WalkedSlip = {
  readonly id: string
  readonly sums: SlipSums
  readonly lines: readonly WhyLine[]
  readonly inputs: readonly {
    readonly name: string
    readonly value: string
    readonly source: { readonly kind: string; readonly label: string; readonly path: string | null }
  }[]
}

/**
 * Walks a slip from each cent to where it comes from and tells what is amiss: sums that do not add up to 0.00, lines without
 * words, values of formulas that nothing opens, figures of other modules without a page. Empty when all is well.
 * `hasWord` says whether both languages have a word of payroll.
 */
export function faultsOf(slip: WalkedSlip, hasWord: (key: string) => boolean): string[] {
  const sums = differencesOf(slip.sums, slip.lines).map(({ sum, fen }) => `${sum} differs by ${fen} fen`)
  return [...sums, ...slip.lines.flatMap((line) => faultsOfLine(line, slip, hasWord))].map(
    (fault) => `${slip.id}: ${fault}`,
  )
}

function faultsOfLine(line: WhyLine, slip: WalkedSlip, hasWord: (key: string) => boolean): string[] {
  const why = whyOf(line, slip)
  const { rule } = line.reason
  if (why.kind === 'law')
    return [
      ...(hasWord(`slips.lines.${lineKey(line.code)}`) ? [] : [`${line.code} has no name`]),
      ...(hasWord(`why.rules.${lineKey(rule)}`) ? [] : [`${line.code}: ${rule} has no sentence`]),
      ...(why.source === '' ? [`${line.code} names no source`] : []),
      ...why.steps.flatMap(({ key }) => (hasWord(`why.facts.${key}`) ? [] : [`${line.code}: ${key} has no name`])),
    ]
  // an input nobody gave counts as 0 and opens nothing
  const unopened = why.values.filter(
    ({ value, lines, inputs }) => Number(value) !== 0 && lines.length + inputs.length === 0,
  )
  const pathless = why.values.flatMap(({ inputs }) =>
    inputs.filter(({ source }) => isOfModule(source.kind) && !source.path),
  )
  return [
    ...unopened.map(({ name }) => `${line.code}: ${name} opens nothing`),
    ...pathless.map(({ name, source }) => `${line.code}: ${name} of ${source.kind} has no page`),
  ]
}

/** Figures of other modules are opened there; what is agreed, counted by the calendar or laid down explains itself. */
function isOfModule(kind: string): boolean {
  return !['terms', 'calendar', 'file', 'law', 'receivable', 'typed', 'attendance', 'arrears'].includes(kind)
}
