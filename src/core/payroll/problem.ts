import { pick, type LocalText } from '../local-text/index.ts'

export type PayFacts = Readonly<Record<string, string | number>>
export type PayProblem = { readonly code: PayProblemCode; readonly facts: PayFacts }
export type PayProblemCode =
  | 'no-data'
  | 'incomplete-data'
  | 'no-calendar-year'
  | 'bad-amount'
  | 'bad-value'
  | 'missing-value'
  | 'stale-year-to-date'
  | 'item-broken'
  | 'item-failed'
  | 'circle-through-tax'

/** How a problem of pay leaves a computation; the door to people's files turns it into an error of that person. */
export type PayFault = Error & { payProblem: PayProblem }

export function payFault(code: PayProblemCode, facts: PayFacts = {}): PayFault {
  return Object.assign(new Error(`payroll: ${code}`), { payProblem: { code, facts } })
}

export function isPayFault(thrown: unknown): thrown is PayFault {
  return thrown instanceof Error && 'payProblem' in thrown
}

/** The sentence of a problem, with its facts. */
export function paySentence({ code, facts }: PayProblem, language: string): string {
  return pick(sentences[code], language).replaceAll(/\{(\w+)\}/g, (_whole, name: string) =>
    Object.hasOwn(facts, name) ? thing(String(facts[name]), language) : '',
  )
}

/** Data and places by the reader's words; everything else stays as it is. */
function thing(code: string, language: string): string {
  return Object.hasOwn(things, code) ? pick(things[code], language) : code
}

const things: Readonly<Record<string, LocalText>> = {
  cn: { en: 'China', 'zh-CN': '中国' },
  sg: { en: 'Singapore', 'zh-CN': '新加坡' },
  hk: { en: 'Hong Kong', 'zh-CN': '香港' },
  us: { en: 'the United States', 'zh-CN': '美国' },
  'tax-tables': { en: 'tax table', 'zh-CN': '个人所得税税率表' },
  'bonus-rule': { en: 'rule for taxing a bonus apart', 'zh-CN': '年终奖单独计税规则' },
  'equity-rule': { en: 'rule for taxing equity apart', 'zh-CN': '股权激励单独计税规则' },
  contributions: { en: 'data on social insurance and housing fund', 'zh-CN': '社保与公积金参数' },
  pension: { en: 'data on pension insurance', 'zh-CN': '养老保险参数' },
  medical: { en: 'data on medical insurance', 'zh-CN': '医疗保险参数' },
  maternity: { en: 'data on maternity insurance', 'zh-CN': '生育保险参数' },
  unemployment: { en: 'data on unemployment insurance', 'zh-CN': '失业保险参数' },
  injury: { en: 'data on injury insurance', 'zh-CN': '工伤保险参数' },
  fund: { en: 'data on the housing fund', 'zh-CN': '住房公积金参数' },
  'minimum-wage': { en: 'minimum wage', 'zh-CN': '最低工资标准' },
  cpf: { en: 'CPF data', 'zh-CN': 'CPF 参数' },
  mpf: { en: 'MPF data', 'zh-CN': '强积金参数' },
  federal: { en: 'federal tax data', 'zh-CN': '联邦税参数' },
}

const sentences: Readonly<Record<PayProblemCode, LocalText>> = {
  'no-data': { en: 'There is no {what} for {place} on {day}.', 'zh-CN': '缺少{place} {day} 的{what}。' },
  'incomplete-data': {
    en: 'The {what} for {place} on {day} is marked incomplete: {missing} is missing.',
    'zh-CN': '{place} {day} 的{what}不完整，缺少：{missing}。',
  },
  'no-calendar-year': { en: 'The calendar has no year {year}.', 'zh-CN': '日历缺少 {year} 年。' },
  'bad-amount': {
    en: '“{name}” is not an amount with at most two decimals: {found}.',
    'zh-CN': '“{name}”不是最多两位小数的金额：{found}。',
  },
  'bad-value': { en: '“{name}” can’t be {found}.', 'zh-CN': '“{name}”不能是 {found}。' },
  'missing-value': { en: '“{name}” is missing.', 'zh-CN': '缺少“{name}”。' },
  'stale-year-to-date': {
    en: 'The year to date is of {found}; this payment belongs to {wanted}.',
    'zh-CN': '累计数据属于 {found}，而本次发放属于 {wanted}。',
  },
  'item-broken': { en: 'Pay item “{item}”: {sentence}', 'zh-CN': '薪资项“{item}”：{sentence}' },
  'item-failed': {
    en: 'Pay item “{item}” can’t be computed: {sentence}',
    'zh-CN': '薪资项“{item}”无法计算：{sentence}',
  },
  'circle-through-tax': {
    en: 'Pay item “{item}” is earned before tax but needs {needs}, which comes after.',
    'zh-CN': '薪资项“{item}”属于税前收入，却引用了税后才有的 {needs}。',
  },
}
