import type { Day } from '#core/calendar'
import type { Input, Output } from '#core/contract'
import type { LocalText } from '#core/local-text'
import type { Context } from '#kernel/context'
import { notFound } from '#kernel/problems'
import { positionsOf } from '#modules/organisation'
import { whoAnswersIn, type Answer, type Step } from '../answering.ts'
import type { routes } from '../contract.ts'
import type { Raci } from '../shapes.ts'
import { holdingsThen, organisationThen } from '../store/answering.ts'
import { namesFor } from '../store/answer-names.ts'
import { placeOn } from '../store/places.ts'
import { findResponsibility } from '../store/responsibilities.ts'

type Routes = typeof routes

export type Question = {
  readonly responsibilityId: string
  readonly raci: Raci
  /** For whom: a person, in the unit of the main seat, or a unit; without either, for the firm. */
  readonly about: { readonly personId?: string | undefined; readonly unitId?: string | undefined }
  readonly day: Day
}

/** Who is responsible for something, for this person or unit on this day, and why. See `whoAnswersIn` for the order. */
export async function whoAnswers(ctx: Context, { responsibilityId, raci, about, day }: Question): Promise<Answer[]> {
  const holdings = await holdingsThen(ctx, responsibilityId, raci, day)
  if (holdings.length === 0) return []
  const seats = about.unitId === undefined && about.personId ? await positionsOf(ctx, about.personId, day) : []
  const unitId = about.unitId ?? seats[0]?.unitId ?? null
  return whoAnswersIn(holdings, await organisationThen(ctx, holdings, unitId, day), unitId)
}

export async function readAnswer(
  ctx: Context,
  { responsibilityId, raci, personId, unitId, day = ctx.today }: Input<Routes['readAnswer']>,
): Promise<Output<Routes['readAnswer']>> {
  if (!(await findResponsibility(ctx, responsibilityId))) throw notFound({ what: 'responsibility' })
  await mustSee(ctx, 'person', personId, day)
  await mustSee(ctx, 'unit', unitId, day)
  const answers = await whoAnswers(ctx, { responsibilityId, raci, about: { personId, unitId }, day })
  const names = await namesFor(ctx, answers, day)
  const text = (map: ReadonlyMap<string, LocalText>, id: string | null) => (id && map.get(id)) || null
  return {
    day,
    people: answers.map((answer) => ({
      personId: answer.personId,
      name: names.people.get(answer.personId) ?? '',
      positionId: answer.positionId,
      path: answer.path
        .map((told) => discreet(ctx, told))
        .map((step) => ({
          ...step,
          personName: (step.personId && names.people.get(step.personId)) || null,
          positionTitle: text(names.positions, step.positionId),
          unitName: text(names.units, step.unitId),
        })),
    })),
  }
}

/** Who is on long leave is told only to those who may know; to others the place is simply empty. */
function discreet(ctx: Context, step: Step): Step {
  const mayKnow = step.kind !== 'away' || ctx.may('organisation.read-absence', step)
  return mayKnow ? step : { ...step, kind: 'vacant', personId: null }
}

async function mustSee(ctx: Context, kind: 'person' | 'unit', id: string | undefined, day: Day): Promise<void> {
  if (id === undefined) return
  const place = await placeOn(ctx, { kind, id }, day)
  const personId = kind === 'person' ? id : null
  if (!place || !ctx.may('responsibilities.read', { personId, unitId: place.placeId })) throw notFound({ what: kind })
}
