import { pick, type LocalText } from '../local-text/index.ts'
import type { FormulaProblem, ProblemCode } from './problem.ts'

/** The sentence of a problem; facts stand where the braces are, and near names follow as a question. */
export function sentenceOf({ code, facts }: FormulaProblem, language: string): string {
  const isChinese = language.startsWith('zh')
  const written = (fact: unknown): string =>
    Array.isArray(fact) ? fact.map(written).join(isChinese ? '或' : ' or ') : word(String(fact), language)
  const plain = code === 'cycle' ? { ...facts, path: (facts['path'] as readonly string[]).join(' → ') } : facts
  const sentence = pick(sentences[code], language).replaceAll(/\{(\w+)\}/g, (_whole, name: string) =>
    Object.hasOwn(plain, name) ? written(plain[name]) : '',
  )
  const near = facts['near']
  if (!Array.isArray(near) || near.length === 0) return sentence
  return isChinese ? `${sentence}是否想写：${near.join('、')}？` : `${sentence} Did you mean ${near.join(', ')}?`
}

/** Types and parts of the grammar in the reader's words; anything else stays as it is. */
function word(text: string, language: string): string {
  return Object.hasOwn(kinds, text) ? pick(kinds[text], language) : text
}

const kinds: Readonly<Record<string, LocalText>> = {
  number: { en: 'a number', 'zh-CN': '数字' },
  text: { en: 'a text', 'zh-CN': '文本' },
  date: { en: 'a date', 'zh-CN': '日期' },
  duration: { en: 'a duration', 'zh-CN': '时长' },
  boolean: { en: 'true or false', 'zh-CN': '真或假' },
  calendar: { en: 'a calendar', 'zh-CN': '日历' },
  blank: { en: 'nothing', 'zh-CN': '空值' },
  list: { en: 'a list', 'zh-CN': '列表' },
  table: { en: 'a table', 'zh-CN': '表格' },
  any: { en: 'a single value', 'zh-CN': '单个值' },
  numbers: { en: 'a list of numbers', 'zh-CN': '数字列表' },
  dates: { en: 'a list of dates', 'zh-CN': '日期列表' },
  durations: { en: 'a list of durations', 'zh-CN': '时长列表' },
  booleans: { en: 'a list of true or false', 'zh-CN': '真假列表' },
  'any-list': { en: 'a list', 'zh-CN': '列表' },
  operator: { en: 'an operator', 'zh-CN': '运算符' },
  value: { en: 'a value', 'zh-CN': '值' },
  name: { en: 'a name', 'zh-CN': '名称' },
  end: { en: 'the end of the formula', 'zh-CN': '公式结尾' },
}

const sentences: Readonly<Record<ProblemCode, LocalText>> = {
  'too-long': { en: 'The formula is longer than {limit} characters.', 'zh-CN': '公式超过 {limit} 个字符。' },
  'too-deep': {
    en: 'More than {limit} parentheses or calls within one another.',
    'zh-CN': '括号或函数嵌套超过 {limit} 层。',
  },
  'too-many-parts': { en: 'The formula has more than {limit} parts.', 'zh-CN': '公式的组成部分超过 {limit} 个。' },
  'bad-character': { en: '“{character}” has no meaning in a formula.', 'zh-CN': '公式中不能使用“{character}”。' },
  'text-not-closed': {
    en: 'The text that begins here has no closing {close}.',
    'zh-CN': '从此处开始的文本缺少结尾的 {close}。',
  },
  'name-not-closed': { en: 'The name that begins here has no closing ].', 'zh-CN': '从此处开始的名称缺少结尾的 ]。' },
  'name-too-long': { en: 'A name has at most {limit} characters.', 'zh-CN': '名称最多 {limit} 个字符。' },
  'bad-number': { en: '“{text}” is not a number; write 1234.5.', 'zh-CN': '“{text}”不是数字，请写成 1234.5 的形式。' },
  expected: { en: 'Here stands {found}; expected was {wanted}.', 'zh-CN': '此处是 {found}，应为 {wanted}。' },
  'ambiguous-power': {
    en: 'It is not clear what is raised to the power: use parentheses.',
    'zh-CN': '乘方的对象不明确，请加括号。',
  },
  'chained-comparison': {
    en: 'Compare two values at a time: AND(a < b, b < c).',
    'zh-CN': '一次只能比较两个值，请写成 且(a < b, b < c)。',
  },
  'percent-as-modulo': {
    en: '% means percent; for the remainder write MOD(a, b).',
    'zh-CN': '% 表示百分比；求余数请写 取余(a, b)。',
  },
  'not-constant': { en: 'Between braces only fixed values may stand.', 'zh-CN': '花括号内只能写固定值。' },
  'ragged-rows': { en: 'All rows between braces must be equally long.', 'zh-CN': '花括号内每行的长度必须相同。' },
  'unknown-name': { en: 'There is no “{name}” here.', 'zh-CN': '没有名为“{name}”的数据。' },
  'unknown-function': { en: 'There is no function “{name}”.', 'zh-CN': '没有函数“{name}”。' },
  'unknown-column': { en: 'The table has no column “{name}”.', 'zh-CN': '表格没有“{name}”列。' },
  'reserved-name': { en: '“{name}” can’t be a name in a formula.', 'zh-CN': '公式中不能使用名称“{name}”。' },
  'not-a-table': {
    en: 'Only a table has columns like “{column}”; this is {found}.',
    'zh-CN': '只有表格才有“{column}”这样的列，此处是{found}。',
  },
  'function-without-call': {
    en: '{name} is a function: write {name}(…).',
    'zh-CN': '{name} 是函数，请写成 {name}(…)。',
  },
  'name-called': { en: '“{name}” is a value, not a function.', 'zh-CN': '“{name}”是数据，不是函数。' },
  'too-few-arguments': {
    en: '{name} needs at least {least} values; {given} are given.',
    'zh-CN': '{name} 至少需要 {least} 个参数，现有 {given} 个。',
  },
  'too-many-arguments': {
    en: '{name} takes at most {most} values; {given} are given.',
    'zh-CN': '{name} 最多 {most} 个参数，现有 {given} 个。',
  },
  'wrong-type': { en: 'This is {found}; expected was {wanted}.', 'zh-CN': '此处是{found}，应为{wanted}。' },
  'wrong-operands': {
    en: '{left} and {right} can’t be joined by “{operator}”.',
    'zh-CN': '{left}与{right}之间不能使用“{operator}”。',
  },
  'branches-differ': {
    en: 'The branches must be of one kind, not {first} and {second}.',
    'zh-CN': '各分支的类型必须一致，现为{first}和{second}。',
  },
  'unknown-word': { en: '“{word}” is not among: {wanted}.', 'zh-CN': '“{word}”不可用，可选：{wanted}。' },
  'mixed-types': { en: '{wanted} and {found} are mixed.', 'zh-CN': '{wanted}与{found}混在一起。' },
  'name-twice': { en: 'The name “{name}” is given twice.', 'zh-CN': '名称“{name}”重复。' },
  cycle: { en: 'The formulas need each other in a circle: {path}.', 'zh-CN': '公式循环引用：{path}。' },
  'depends-on-broken': { en: 'It needs “{on}”, which can’t be computed.', 'zh-CN': '所依赖的“{on}”无法计算。' },
  'missing-input': { en: 'No value was given for “{name}”.', 'zh-CN': '缺少“{name}”的值。' },
  'bad-input': { en: '“{name}” should be {wanted}, but is {found}.', 'zh-CN': '“{name}”应为{wanted}，现为 {found}。' },
  blank: { en: 'A value is missing here: {name}.', 'zh-CN': '此处缺少值：{name}。' },
  'division-by-zero': { en: 'Division by zero.', 'zh-CN': '除数为零。' },
  'not-found': { en: 'Nothing was found for this value.', 'zh-CN': '没有找到对应的值。' },
  empty: { en: 'There is no value to compute with.', 'zh-CN': '没有可计算的值。' },
  'key-twice': { en: 'The table has this key twice with different results.', 'zh-CN': '表中同一个键对应不同的结果。' },
  'lengths-differ': {
    en: 'The lists are of different length: {first} and {second}.',
    'zh-CN': '列表长度不同：{first} 和 {second}。',
  },
  'number-too-long': { en: 'A number gets more than {limit} digits.', 'zh-CN': '数字超过 {limit} 位。' },
  'text-too-long': { en: 'A text gets longer than {limit} characters.', 'zh-CN': '文本超过 {limit} 个字符。' },
  'not-whole': { en: 'A whole number is needed here.', 'zh-CN': '此处需要整数。' },
  'out-of-range': { en: 'This must lie between {least} and {most}.', 'zh-CN': '此处应在 {least} 与 {most} 之间。' },
  'bad-date': { en: 'There is no such day {text}.', 'zh-CN': '没有这一天 {text}。' },
  'bad-duration': {
    en: '“{text}” is not a duration; write PT7H30M or P3D.',
    'zh-CN': '“{text}”不是时长，请写成 PT7H30M 或 P3D。',
  },
  'not-comparable': { en: 'Months and days can’t be held against each other.', 'zh-CN': '月与天不能直接比较。' },
  'no-calendar': {
    en: 'Counting workdays needs a calendar, and none is given.',
    'zh-CN': '计算工作日需要日历，但未提供。',
  },
  'no-calendar-year': { en: 'The calendar has no year {year}.', 'zh-CN': '日历缺少 {year} 年。' },
  'too-many-steps': { en: 'The computation takes more than {limit} steps.', 'zh-CN': '计算超过 {limit} 步。' },
}
