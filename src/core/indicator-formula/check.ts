import {
  catalogueOf,
  compile,
  isFault,
  kindOf,
  type Catalogue,
  type FormulaProblem,
  type NameEntry,
  type Program,
} from '../formula/index.ts'
import { adds, type FormulaMeasure, type FormulaTerm } from '../indicator/index.ts'

/** Names every formula of an indicator may use beside its own terms: the days of the period, and how many of them were held. */
export const builtIn = [
  { name: 'periodStart', alias: '期初', type: 'date' },
  { name: 'periodEnd', alias: '期末', type: 'date' },
  { name: 'heldDays', alias: '承担天数', type: 'number' },
] as const

export type Checked =
  | { readonly ok: true; readonly program: Program }
  | { readonly ok: false; readonly problems: readonly [FormulaProblem, ...FormulaProblem[]] }

/**
 * Compiles the formula of an indicator against its terms. Besides what the language itself refuses: a name given twice
 * or reserved, and a formula that gives no number (`wrong-type`). The answer for the same measure is kept.
 */
export function checkFormula(measure: FormulaMeasure): Checked {
  const key = JSON.stringify([measure.formula, measure.terms.map((term) => [term.name, term.alias, isBlankable(term)])])
  const known = kept.get(key)
  if (known) return known
  const checked = check(measure)
  if (kept.size >= mostKept) kept.clear()
  kept.set(key, checked)
  return checked
}

const kept = new Map<string, Checked>()
const mostKept = 2000

function check({ formula, terms }: FormulaMeasure): Checked {
  let catalogue: Catalogue
  try {
    catalogue = catalogueOf([...terms.map(entryOf), ...builtIn.map(entryOfBuiltIn)])
  } catch (thrown) {
    if (!isFault(thrown)) throw thrown
    return { ok: false, problems: [thrown.problem] }
  }
  const compiled = compile(formula, catalogue)
  if (!compiled.ok) return compiled
  const { program } = compiled
  if (program.type === 'number') return compiled
  const at = { line: 1, column: 1, length: Math.max(1, formula.length) }
  const problem: FormulaProblem = { code: 'wrong-type', facts: { found: kindOf(program.type), wanted: 'number' }, at }
  return { ok: false, problems: [problem] }
}

function entryOf(term: FormulaTerm): NameEntry {
  return {
    name: term.name,
    ...(term.alias && term.alias !== term.name ? { aliases: [term.alias] } : {}),
    type: 'number',
    isOptional: isBlankable(term),
  }
}

/** Averages and extremes of nothing are blank, and so is an indicator of a responsibility that is not held. */
function isBlankable(term: FormulaTerm): boolean {
  return !('figure' in term) || !adds(term.figure)
}

function entryOfBuiltIn({ name, alias, type }: (typeof builtIn)[number]): NameEntry {
  return { name, aliases: [alias], type }
}
