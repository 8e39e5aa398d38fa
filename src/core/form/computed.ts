import { catalogueOf } from '../formula/catalogue.ts'
import type { FormulaProblem } from '../formula/problem.ts'
import { isFault } from '../formula/problem.ts'
import { compile, evaluate, type Program } from '../formula/program.ts'
import type { Value } from '../formula/type.ts'
import { kindOf, sameType } from '../formula/type.ts'
import { columnNames, formulaNames, scalarOf, type FormulaName } from './formula-names.ts'
import { formulaValues, keptResult } from './formula-values.ts'
import type { Form, FormColumn, FormField } from './schema.ts'
import { valueAt, type Cell, type RawValues } from './value.ts'

export type Computation =
  | { readonly ok: true; readonly program: Program; readonly needs: readonly string[] }
  | { readonly ok: false; readonly problem: FormulaProblem }

/** The formula of a computed field, checked against the form, with the fields it reads; or what is wrong with it. */
export function computationOf(form: Form, field: FormField): Computation {
  return compiled(field, formulaNames(form))
}

/** The same of a computed column, which reads the columns of its row. */
export function columnComputation(columns: readonly FormColumn[], column: FormColumn): Computation {
  return compiled(column, columnNames(columns))
}

/** Runs a formula over values. Null while something it needs is missing or it can't be computed. */
export function computed(
  { program }: Computation & { ok: true },
  field: FormField | FormColumn,
  around: readonly (FormField | FormColumn)[],
  values: RawValues,
): Cell {
  const inputs = new Map<string, Value>()
  for (const one of around) {
    for (const [name, value] of formulaValues(one, valueAt(values, one.key))) inputs.set(name, value)
  }
  const outcome = evaluate(program, inputs)
  return outcome.ok ? keptResult(field.result ?? 'number', outcome.value) : null
}

function compiled(field: FormField | FormColumn, names: readonly FormulaName[]): Computation {
  const expression = field.expression?.trim() ?? ''
  if (expression === '') return { ok: false, problem: { code: 'empty', facts: {} } }
  try {
    const made = compile(expression, catalogueOf(names))
    if (!made.ok) return { ok: false, problem: made.problems[0] }
    const wanted = scalarOf[field.result ?? 'number']
    if (!sameType(made.program.type, wanted)) {
      const facts = { wanted: kindOf(wanted), found: kindOf(made.program.type) }
      return { ok: false, problem: { code: 'wrong-type', facts } }
    }
    const needs = [...new Set(made.program.names.map((entry) => entry.source ?? entry.name))]
    return { ok: true, program: made.program, needs }
  } catch (thrown) {
    if (!isFault(thrown)) throw thrown
    return { ok: false, problem: thrown.problem }
  }
}
