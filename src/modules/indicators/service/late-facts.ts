import type { Input, Output } from '#core/contract'
import type { Context } from '#kernel/context'
import { notFound } from '#kernel/problems'
import type { LateChange, routes } from '../contract.ts'
import type { Cell } from '../rules.ts'
import { lateFactRows, latePeople, periodById } from '../store/closed.ts'
import { toFacts } from '../store/facts.ts'
import { namesOf } from './shown.ts'
import { standingsOf } from './standings.ts'

type Route = (typeof routes)['readLateFacts']
const permission = 'indicators.read-team'
const mostPeople = 500

/** What came too late for a closed period, and each figure it would have changed: closed, and as the facts say now. */
export async function readLateFacts(ctx: Context, { periodId, limit }: Input<Route>): Promise<Output<Route>> {
  const period = await periodById(ctx, periodId)
  if (!period) throw notFound({ what: 'period' })
  const { total, rows } = await lateFactRows(ctx, permission, periodId, limit)
  const facts = await toFacts(ctx, rows)
  const people = await latePeople(ctx, permission, periodId, mostPeople)
  const ids = people.map(({ id }) => id)
  const [frozen, now] = period.reopenedAt
    ? []
    : await Promise.all([
        standingsOf(ctx, permission, ids, [period]),
        standingsOf(ctx, permission, ids, [period], { asIfOpen: true }),
      ])
  const changes = people.flatMap(({ id, name }) =>
    changesOf(frozen?.get(id)?.[0]?.cells ?? [], now?.get(id)?.[0]?.cells ?? []).map((change) => ({
      personId: id,
      personName: name,
      ...change,
    })),
  )
  const nameOf = await namesOf(
    ctx,
    changes.map(({ responsibilityId }) => responsibilityId),
  )
  return {
    total,
    facts,
    changes: changes.map((change) => ({ ...change, responsibilityName: nameOf(change.responsibilityId) })),
  }
}

type Change = Omit<LateChange, 'personId' | 'personName' | 'responsibilityName'>

function changesOf(frozen: readonly Cell[], now: readonly Cell[]): Change[] {
  return frozen
    .filter((cell) => cell.isVisible)
    .flatMap((cell) => {
      const other = now.find((one) => one.responsibilityId === cell.responsibilityId)
      return cell.indicators.flatMap(({ definition, value }): Change[] => {
        const computed = other?.indicators.find((one) => one.definition.key === definition.key)
        if (!computed || computed.value === value) return []
        const { key, name, unit } = definition
        return [{ responsibilityId: cell.responsibilityId, key, name, unit, closed: value, now: computed.value }]
      })
    })
}
