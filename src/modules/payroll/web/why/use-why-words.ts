import { useFormat } from '#web/format'
import { hasWord, useLanguage, useLocal, useWords } from '#web/words'
import { formulaIn, nameBehind, type FactKind, type WhyLine, type WhySlip, type WhyStep } from '../../rules/why.ts'
import { lineKey } from '../../rules/line-key.ts'
import { runInputNames } from '../../rules/input-names.ts'

/** The words and figures of explanations, as the reader calls and writes them. */
export function useWhyWords(slip: WhySlip) {
  const t = useWords('payroll')
  const local = useLocal()
  const language = useLanguage()
  const { money, percent } = useFormat()

  const names = {
    ...slip.names,
    ...Object.fromEntries(
      slip.lines.flatMap(({ code, name }) => (name && typeof name === 'object' ? [[code, name]] : [])),
    ),
  }
  const word = (key: string, otherwise: string) => (hasWord('payroll', key) ? t(key) : otherwise)
  const lineName = ({ code, name }: Pick<WhyLine, 'code' | 'name'>) =>
    typeof name === 'string' ? name : name ? local(name) : word(`slips.lines.${lineKey(code)}`, code)

  /** What a formula calls something. */
  const nameOf = (name: string): string => {
    const line = slip.lines.find(({ code }) => code === name)
    if (line) return lineName(line)
    if (slip.names?.[name]) return local(slip.names[name])
    const label = slip.inputs.find((input) => input.name === name)?.source.label
    const known = word(`why.sums.${name}`, word(`why.inputs.${name}`, ''))
    return known || (isModuleLabel(slip, name) && label) || name.replaceAll('_', ' ')
  }
  const number = (text: string) => {
    const value = Number(text)
    return Number.isFinite(value) && text.trim() !== ''
      ? value.toLocaleString(language, { maximumFractionDigits: 6 })
      : text
  }
  const yuan = (text: string) => money(Math.round(Number(text) * 100))
  const shown: Readonly<Record<FactKind, (text: string) => string>> = {
    money: yuan,
    rate: (text) => percent(Number(text) * 1000),
    number,
    text: number,
    month: (text) => text,
    rounding: (text) => word(`why.roundings.${text}`, text),
    rule: (text) => word(`why.rules.${lineKey(text)}`, text),
    yes: (text) => t(text === 'true' ? 'why.yes' : 'why.no'),
  }
  const token = (text: string) => {
    const alias = runInputNames.find((one) => one.alias === text)?.name
    return alias ?? nameBehind(text, names) ?? (slip.inputs.some(({ name }) => name === text) ? text : undefined)
  }
  return {
    t,
    money,
    number,
    lineName,
    nameOf,
    fact: (step: Pick<WhyStep, 'kind' | 'value'>) => shown[step.kind](step.value),
    factName: (key: string) => word(`why.facts.${key}`, key),
    ruleWords: (rule: string) => word(`why.rules.${lineKey(rule)}`, rule),
    sourceWords: (kind: string) => word(`why.sources.${kind}`, kind),
    formula: (text: string) =>
      formulaIn(inSigns(text), (each) => {
        const name =
          token(each) ??
          (hasWord('payroll', `why.inputs.${each}`) || hasWord('payroll', `why.sums.${each}`) ? each : undefined)
        return name === undefined ? undefined : nameOf(name)
      }),
    /** The same formula with the values in the places of the names. */
    figures: (text: string, values: Readonly<Record<string, string>>) =>
      formulaIn(inSigns(text), (each) => {
        const value = values[token(each) ?? each]
        return value === undefined ? undefined : number(value)
      }),
  }
}

/** As people write it: 4,000 × 0.7. */
function inSigns(formula: string): string {
  return formula
    .replaceAll('*', '×')
    .replaceAll('/', '÷')
    .replaceAll('>=', '≥')
    .replaceAll('<=', '≤')
    .replaceAll(' - ', ' − ')
}

/** Labels of modules name the figure; those of terms and files tell days. */
function isModuleLabel(slip: WhySlip, name: string): boolean {
  const kind = slip.inputs.find((input) => input.name === name)?.source.kind ?? ''
  return !['terms', 'calendar', 'file', 'law', 'receivable', 'arrears'].includes(kind)
}
