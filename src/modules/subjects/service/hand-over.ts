import type { Input, Output } from '#core/contract'
import type { Context } from '#kernel/context'
import { forbidden, notFound } from '#kernel/problems'
import { tellPeople } from '#modules/base'
import { positionsOf } from '#modules/organisation'
import type { routes } from '../contract.ts'
import { noSeat } from '../problems.ts'
import { nameOfPerson } from '../store/places.ts'
import { lockSubjects, setOwner, subjectPage } from '../store/subject.ts'

type HandOver = (typeof routes)['handOverSubjects']

/** Gives many subjects to another owner; what can't be given is told row by row and keeps nobody else's back. */
export async function handOverSubjects(
  ctx: Context,
  { subjectIds, ownerId, reason }: Input<HandOver>,
): Promise<Output<HandOver>> {
  const personName = await nameOfPerson(ctx, ownerId)
  if (personName === undefined) throw notFound({ what: 'person' })
  const [seat] = await positionsOf(ctx, ownerId, ctx.today)
  if (!seat) throw noSeat({ personName })
  const permission = 'subjects.keep'
  if (!ctx.may(permission)) throw forbidden({ permission })
  const ids = [...new Set(subjectIds)]
  await lockSubjects(ctx, ids)
  const { rows } = await subjectPage(ctx, { ids, show: 'all', limit: 500, offset: 0 })
  const found = new Map(rows.map((row) => [row.id, row]))
  const results = ids.map((subjectId) => {
    const subject = found.get(subjectId)
    if (!subject) return { subjectId, code: 'not-found' as const }
    if (!subject.mayKeep) return { subjectId, code: 'forbidden' as const }
    return { subjectId, code: subject.ownerId === ownerId ? ('unchanged' as const) : ('done' as const) }
  })
  const given = results.filter((result) => result.code === 'done').map((result) => result.subjectId)
  if (given.length > 0) {
    await setOwner(ctx, given, ownerId, seat.unitId)
    for (const id of given) {
      await ctx.audit({
        action: 'subjects.hand-over',
        target: `subject/${id}`,
        before: { ownerId: found.get(id)?.ownerId ?? null },
        after: { ownerId, reason },
      })
    }
    await ctx.emit('subjects.handed-over', { subjectIds: given, ownerId })
    await tellPeople(ctx, ownerId === ctx.actor.personId ? [] : [ownerId], {
      kind: 'subjects.handed-over',
      facts: { count: given.length, from: ctx.actor.name, name: found.get(given[0] ?? '')?.name ?? '' },
      link: given.length === 1 ? `/subjects/${given[0]}` : '/subjects',
    })
    await ctx.announce('subjects')
  }
  return { results }
}
