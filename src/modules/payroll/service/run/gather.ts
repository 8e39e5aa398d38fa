import type { Context } from '#kernel/context'
import { personFigures } from '#modules/people'
import type { PersonMonth, StoredInput } from '../../rules/person-month.ts'
import {
  heldBefore,
  holdsOf,
  inputsOf,
  lastPays,
  receivablesOf,
  someones,
  termsOf,
  yearsOf,
} from '../../store/run/known.ts'
import { declaredOf, noneDeclared } from './declared.ts'
import type { Prepared } from './prepare.ts'

/**
 * All that is known of some people for a run, in a fixed number of statements however many they are. `isAnew` reads
 * inputs of a closed period also when they were paid; what was declared for the tax plays no part then.
 */
export async function gather(
  ctx: Context,
  { run, facts, lastRunId }: Prepared,
  personIds: readonly string[],
  isAnew = false,
): Promise<PersonMonth[]> {
  const { month, period, kind, paidOn } = facts
  const year = Number(paidOn.slice(0, 4))
  const { employerUnitId, groupId, id: runId } = run
  const people = await someones(ctx, personIds, month)
  const hired = new Map(people.map(({ personId, hiredOn }) => [personId, hiredOn]))
  const [terms, inputs, years, owed, holds, lasts, late, declared, figures] = await Promise.all([
    termsOf(ctx, personIds, month),
    inputsOf(ctx, personIds, { period, kind, runId: isAnew ? null : runId }),
    yearsOf(ctx, personIds, { employerUnitId, year, runId }),
    receivablesOf(ctx, personIds),
    holdsOf(ctx, personIds, period),
    lastRunId ? lastPays(ctx, personIds, lastRunId) : [],
    kind === 'regular' ? [] : heldBefore(ctx, personIds, { groupId, period }),
    isAnew ? noneDeclared : declaredOf(ctx, personIds, paidOn, (personId) => hired.get(personId) ?? null),
    figuresOf(ctx, personIds, period),
  ])
  const by = {
    terms: Map.groupBy(terms, personOf),
    inputs: Map.groupBy(inputs, personOf),
    figures: Map.groupBy(figures, personOf),
    years: new Map(years.map((one) => [one.personId, one])),
    owed: new Map(owed.map(({ personId, fen }) => [personId, fen])),
    holds: new Map(holds.map(({ personId, reason }) => [personId, reason])),
    lasts: new Map(lasts.map((one) => [one.personId, one])),
  }
  const wholeLate = new Set(late)
  return people.map((person): PersonMonth => {
    const { personId } = person
    const known = by.years.get(personId)
    return {
      ...person,
      terms: (by.terms.get(personId) ?? []).filter((term) => term.groupId === groupId),
      inputs: by.inputs.get(personId) ?? [],
      figures: kind === 'regular' || wholeLate.has(personId) ? (by.figures.get(personId) ?? []) : [],
      receivableFen: by.owed.get(personId) ?? 0,
      before: known ? { state: known.state, source: null } : { state: null, source: null },
      ...(declared.tax.get(personId) ?? { specialFen: 0, otherFen: 0, isFirstJob: false }),
      hasAccount: declared.withAccount.has(personId),
      holdReason: by.holds.get(personId) ?? null,
      isOnce: kind !== 'regular' && !wholeLate.has(personId),
      last: by.lasts.get(personId) ?? null,
    }
  })
}

async function figuresOf(
  ctx: Context,
  personIds: readonly string[],
  period: string,
): Promise<(StoredInput & { personId: string })[]> {
  const figures = await personFigures(ctx, personIds, period)
  return figures.map(({ personId, name, value, label, path, module }) => ({
    personId,
    name,
    value,
    source: module,
    label,
    path,
  }))
}

function personOf({ personId }: { readonly personId: string }): string {
  return personId
}
