import type { Output } from '#core/contract'
import { compareCharts, managerOf, standingOn, type Standing } from '#core/reorganisation'
import type { Context } from '#kernel/context'
import { previewAccess } from '#modules/base'
import { reorganise } from '#modules/organisation'
import { reassign } from '#modules/responsibilities'
import type { routes } from '../contract.ts'
import { wrongState } from '../problems.ts'
import { findDraft } from '../store/drafts.ts'
import { peopleWithUnitScopes } from '../store/read-chart.ts'
import { idsIn, openBook } from './book.ts'
import { codesOf, evaluate } from './evaluate.ts'

/** Who would gain and lose which access. The draft is written, looked at, and taken back, all in this transaction. */
export async function previewDraftAccess(
  ctx: Context,
  { draftId }: { draftId: string },
): Promise<Output<(typeof routes)['previewDraftAccess']>> {
  const draft = await findDraft(ctx, draftId)
  if (!['planning', 'submitted', 'approved'].includes(draft.state)) throw wrongState({ state: draft.state })
  const { applied, before, changes, lastDay, problems } = await evaluate(ctx, draft)
  const [was, will] = [standingOn(before, lastDay), standingOn(applied.chart, lastDay)]
  const { people } = compareCharts(before, applied.chart, lastDay)
  const moved = people.map((one) => one.personId)
  const affected = new Set([
    ...moved,
    ...moved.flatMap((id) => [...lineAbove(was, id), ...lineAbove(will, id)]),
    ...(await peopleWithUnitScopes(ctx)),
  ])
  const found =
    problems.length > 0
      ? []
      : await previewAccess(
          ctx,
          async () => [...affected],
          async () => {
            await reorganise(ctx, applied.effects, { codes: codesOf(changes), from: draft.day })
            await reassign(ctx, applied.effects, draft.day)
          },
          lastDay,
        )
  const ids = idsIn(found)
  const book = await openBook(ctx, { charts: [applied.chart, before], changes, day: lastDay, ids })
  return { day: lastDay, people: found, names: book.names(ids) }
}

/** Everybody above a person, up to the top. */
function lineAbove(standing: Standing, personId: string): Set<string> {
  const found = new Set<string>()
  for (let at = managerOf(standing, personId); at && !found.has(at); at = managerOf(standing, at)) found.add(at)
  return found
}
