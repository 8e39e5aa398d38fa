import { catalogueOf, compile, decimal, evaluate, type Inputs, type Program } from '#core/formula'
import { figure, type Figure } from './measure.ts'

const names = ['base', 'rate', 'bonus', 'days', 'paid', 'score'] as const
const catalogue = catalogueOf(names.map((name) => ({ name, type: 'number' })))
const rows: readonly Inputs[] = Array.from({ length: 1000 }, (_, at) => rowOf(at))

/** Ten operations each; counted are + - * / comparison, %, and calls. */
const formulas = {
  wage: 'ROUND((base * rate + bonus) * days / 21.75, 2) - MIN(paid, base * 10%) + IF(score >= 90, 500, 0)',
  // the quotient that does not end is carried on with all its 20 decimals
  daily: 'ROUND((base * rate + bonus) / 21.75 * days, 2) - MIN(paid, base * 10%) + IF(score >= 90, 500, 0)',
  plain: 'base * rate + bonus * 2 - paid * 3 + days * 4 - score / 5 + base',
} as const

/** Formulas in one thread, by CPU time so that neighbours don't count; every result is computed with exact decimals. */
export async function benchFormula(): Promise<Figure[]> {
  const speeds = Object.fromEntries(
    Object.entries(formulas).map(([name, formula]) => [name, evaluationsPerSecond(programOf(formula))]),
  )
  return [
    figure(
      'evaluations of a formula of ten operations with exact decimals',
      speeds['wage'] ?? 0,
      '/CPU s',
      { atLeast: 1_000_000 },
      { ...speeds, formulas },
    ),
    figure('compiling it, check included', compileMillis(formulas.wage), 'ms', { atMost: 1 }),
    figure('the same with every step recorded', explainedPerSecond(programOf(formulas.wage)), '/CPU s', {
      atLeast: 100_000,
    }),
  ]
}

function rowOf(at: number): Inputs {
  const texts = [
    (8000 + at * 7.31).toFixed(2),
    '0.08',
    (at * 1.5).toFixed(2),
    String(10 + (at % 12)),
    '300.5',
    String(80 + (at % 20)),
  ]
  return new Map(names.map((name, index) => [name, decimal(texts[index] ?? '')]))
}

function programOf(formula: string): Program {
  const compiled = compile(formula, catalogue)
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems))
  return compiled.program
}

function evaluationsPerSecond(program: Program): number {
  return best(() => timesPerSecond(300, (row) => evaluate(program, row).ok))
}

function explainedPerSecond(program: Program): number {
  return best(() => timesPerSecond(40, (row) => evaluate(program, row, { isExplained: true }).ok))
}

function timesPerSecond(rounds: number, act: (row: Inputs) => boolean): number {
  const before = process.cpuUsage()
  let count = 0
  for (let round = 0; round < rounds; round += 1) for (const row of rows) if (act(row)) count += 1
  const { user, system } = process.cpuUsage(before)
  if (count !== rounds * rows.length) throw new Error('some evaluations failed')
  return (count / (user + system)) * 1_000_000
}

/** The best of five: the first ones still warm up. */
function best(measure: () => number): number {
  return Math.max(...Array.from({ length: 5 }, measure))
}

function compileMillis(formula: string): number {
  for (let count = 0; count < 200; count += 1) programOf(formula)
  const before = process.cpuUsage()
  for (let count = 0; count < 1000; count += 1) programOf(formula)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000 / 1000
}
