import { sentenceOf } from '#core/formula'
import { computeFormula } from '#core/indicator-formula'
import type { Days, FormulaTerm } from '#core/indicator'
import type { Context } from '#kernel/context'
import { workCalendar } from '#modules/organisation'
import type { FigureDetail } from '../contract.ts'
import type { Cell, Computed, Definition } from '../rules.ts'

/** How a formula came to its value: what its names stood for, and each step. Null for what is no formula. */
export async function explained(
  ctx: Context,
  { definition, terms, problem, heldDays }: Computed,
  period: Days,
  cells: readonly Cell[],
): Promise<FigureDetail['formula']> {
  const { measure } = definition
  if (measure.kind !== 'formula') return null
  const values = new Map((terms ?? []).map(({ name, value }) => [name, value]))
  const calendar = await workCalendar(ctx)
  const told = computeFormula(measure, values, { period, heldDays, calendar, isExplained: true })
  const fault = problem ?? told.problem
  return {
    terms: measure.terms.map((term) => ({
      name: term.name,
      value: values.get(term.name) ?? null,
      indicator: referred(term, definition, cells),
    })),
    steps: told.steps.map(({ kind, text, value }) => ({
      text,
      value: typeof value === 'string' ? value : JSON.stringify(value),
      isName: kind === 'name',
    })),
    problem: fault ? sentenceOf(fault, ctx.language) : null,
  }
}

type Shown = NonNullable<FigureDetail['formula']>['terms'][number]['indicator']

/** The indicator a name refers to, where the reader may see it. */
function referred(term: FormulaTerm, from: Definition, cells: readonly Cell[]): Shown {
  if (!('indicator' in term)) return null
  const code = term.indicator.responsibility ?? from.responsibilityCode
  const found = cells
    .filter((cell) => cell.isVisible)
    .flatMap((cell) => cell.indicators)
    .find(
      ({ definition }) =>
        definition.responsibilityCode === code && definition.key === term.indicator.key + definition.keySuffix,
    )
  if (!found) return null
  const { responsibilityId, key, name, unit } = found.definition
  return { responsibilityId, key, name, unit }
}
