import { decimalText, multiply, readDecimal } from '#core/formula'
import { statutoryWords, type StatutoryName } from './statutory-words.ts'

type Text = Readonly<Record<string, string>>

/** What explaining needs of a slip: its lines with their reasons, what went in, and what items are called. */
export type WhySlip = {
  readonly lines: readonly WhyLine[]
  readonly inputs: readonly WhyInput[]
  /** Names of items by code, besides those the lines bear. */
  readonly names?: Readonly<Record<string, Text>>
}
export type WhyLine = {
  readonly code: string
  /** In several languages, or already in the reader's. */
  readonly name?: Text | string | null | undefined
  readonly side: 'earning' | 'employee' | 'employer' | 'information'
  readonly fen: number
  readonly reason: { readonly rule: string; readonly source: string; readonly facts: Text }
}
export type WhyInput = {
  readonly name: string
  readonly value: string
  readonly source: { readonly kind: string; readonly label: string; readonly path?: string | null | undefined }
}

/** How a fact is written: yuan, a share, a plain number, words, a month, or a word of a list. */
export type FactKind = 'money' | 'rate' | 'number' | 'text' | 'month' | 'rounding' | 'rule' | 'yes'
export type WhyStep = {
  /** Words below `why.facts`; `result` is the line itself. */
  readonly key: string
  readonly sign: '' | '+' | '−' | '×' | '='
  readonly kind: FactKind
  readonly value: string
  /** The lines or months it stands for. */
  readonly opens: 'contributions' | 'earnings' | 'year' | 'month' | null
}
export type WhyValue = {
  readonly name: string
  readonly value: string
  readonly isMoney: boolean
  /** What opens it: other lines of the slip, or what was brought in from elsewhere. */
  readonly lines: readonly WhyLine[]
  readonly inputs: readonly WhyInput[]
}
export type Why =
  | {
      readonly kind: 'item'
      readonly formula: string
      readonly unrounded: string | null
      readonly values: readonly WhyValue[]
    }
  | { readonly kind: 'law'; readonly steps: readonly WhyStep[]; readonly source: string }

type Told = readonly [fact: string, sign: WhyStep['sign'], kind: FactKind, opens?: WhyStep['opens']]

/** The rules of the law in the order they are computed. Facts not named here are added behind, so that none is hidden. */
const told: Readonly<Record<string, readonly Told[]>> = {
  'cn.contribution': [
    ['declared', '', 'money'],
    ['base', '=', 'money'],
    ['rate', '×', 'rate'],
    ['rounding', '', 'rounding'],
  ],
  'cn.iit.cumulative': [
    ['income', '', 'money', 'year'],
    ['exempt', '−', 'money'],
    ['basicDeduction', '−', 'money'],
    ['insurance', '−', 'money', 'contributions'],
    ['special', '−', 'money'],
    ['other', '−', 'money'],
    ['taxable', '=', 'money'],
    ['rate', '×', 'rate'],
    ['quick', '−', 'money'],
    ['taxOfYear', '=', 'money'],
    ['withheldBefore', '−', 'money', 'year'],
    ['balance', '=', 'money'],
  ],
  'cn.iit.non-resident': [
    ['wage', '', 'money', 'earnings'],
    ['taxable', '=', 'money'],
  ],
  'cn.iit.bonus': [
    ['bonus', '', 'money', 'earnings'],
    ['rate', '×', 'rate'],
    ['quick', '−', 'money'],
  ],
  'cn.iit.severance': [
    ['severance', '', 'money', 'earnings'],
    ['exempt', '−', 'money'],
    ['taxable', '=', 'money'],
    ['rate', '×', 'rate'],
    ['quick', '−', 'money'],
  ],
  'cn.overtime': [
    ['base', '', 'money'],
    ['hourly', '=', 'number'],
    ['hours', '×', 'number'],
    ['rate', '×', 'rate'],
  ],
  'us.overtime': [
    ['base', '', 'money'],
    ['hours', '×', 'number'],
    ['rate', '×', 'rate'],
  ],
  arrears: [
    ['period', '', 'month', 'month'],
    ['owed', '', 'money'],
    ['paid', '−', 'money'],
    ['rule', '', 'rule'],
  ],
  'hk.mpf': [
    ['income', '', 'money', 'earnings'],
    ['holiday', '', 'yes'],
  ],
  'sg.cpf': [
    ['ordinary', '', 'money', 'earnings'],
    ['additional', '+', 'money'],
    ['total', '=', 'money'],
  ],
  'us.federal': [
    ['before', '', 'money', 'year'],
    ['wages', '', 'money', 'earnings'],
    ['adjustedAnnual', '=', 'money'],
  ],
}

/** The rules that can be explained, for the test that none the engine writes is missing. */
export const explainedRules: readonly string[] = ['item', ...Object.keys(told)]

/** Why a line is what it is: the formula with what went in, or the steps of the law. */
export function whyOf(line: WhyLine, slip: WhySlip): Why {
  const { rule, source, facts } = line.reason
  if (rule === 'item') return whyOfItem(line, slip)
  return { kind: 'law', steps: [...stepsOf(rule, facts), resultOf(line)], source }
}

function whyOfItem(line: WhyLine, slip: WhySlip): Why {
  const { formula = '', unrounded = null, ...used } = line.reason.facts
  return {
    kind: 'item',
    formula,
    unrounded,
    values: Object.entries(used).map(([name, value]) => valueOf(name, value, line, slip)),
  }
}

function valueOf(name: string, value: string, line: WhyLine, slip: WhySlip): WhyValue {
  const own = slip.lines.filter((one) => one.code === name && one !== line)
  const lines = own.length > 0 ? own : linesOfSum(name, slip.lines)
  const inputs = lines.length > 0 ? [] : slip.inputs.filter((input) => input.name === name)
  const isMoney = lines.some(({ side }) => side !== 'information')
  return { name, value, isMoney, lines, inputs }
}

function linesOfSum(name: string, lines: readonly WhyLine[]): WhyLine[] {
  const isLaw = ({ reason }: WhyLine) => reason.rule !== 'item'
  const isTax = ({ code }: WhyLine) => code === 'tax' || code.startsWith('tax.')
  switch (name as StatutoryName) {
    case 'gross':
    case 'taxable_income':
      return lines.filter(({ side }) => side === 'earning')
    case 'insurance':
      return lines.filter((line) => line.side === 'employee' && isLaw(line) && !isTax(line))
    case 'employer_insurance':
      return lines.filter((line) => line.side === 'employer' && isLaw(line))
    case 'tax':
      return lines.filter(isTax)
    default:
      return []
  }
}

function stepsOf(rule: string, facts: Text): WhyStep[] {
  const order = told[rule] ?? []
  const steps = order.flatMap(([key, sign, kind, opens = null]): WhyStep[] => {
    const value = facts[key]
    return value === undefined ? [] : [{ key, sign, kind, value, opens }]
  })
  const named = new Set(order.map(([key]) => key))
  const others = Object.entries(facts).filter(([key]) => !named.has(key))
  return [...steps, ...others.map(([key, value]): WhyStep => ({ key, sign: '', kind: 'text', value, opens: null }))]
}

/** What the law's steps come to; a contribution also tells the amount before it was rounded. */
function resultOf({ fen, reason }: WhyLine): WhyStep {
  const { base, rate } = reason.facts
  const [amount, share] = [readDecimal(base ?? ''), readDecimal(rate ?? '')]
  const exact = reason.rule === 'cn.contribution' && amount && share ? decimalText(multiply(amount, share)) : null
  const value = yuanText(fen)
  const isRounded = exact !== null && Number(exact) !== Number(value)
  return { key: isRounded ? 'resultRounded' : 'result', sign: '=', kind: 'money', value, opens: null }
}

/** The words of a formula: its names as the reader calls them. `nameOf` gives undefined for what is no name. */
export function formulaIn(formula: string, nameOf: (token: string) => string | undefined): string {
  // a text in quotes stays as it stands
  return formula.replaceAll(/"[^"]*"|[\p{L}_][\p{L}\p{N}_]*/gu, (token) => nameOf(token) ?? token)
}

/** The name behind an alias: formulas may be written with either. */
export function nameBehind(token: string, names: Readonly<Record<string, Text>>): string | undefined {
  if (Object.hasOwn(names, token)) return token
  const statutory = Object.entries(statutoryWords).find(([, alias]) => alias === token)
  return statutory?.[0] ?? Object.entries(names).find(([, text]) => Object.values(text).includes(token))?.[0]
}

function yuanText(fen: number): string {
  const sign = fen < 0 ? '-' : ''
  const digits = String(Math.abs(fen)).padStart(3, '0')
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
