import type { Source } from '#core/flow'
import type { Context } from '#kernel/context'
import { holdersOf, linesAbove, whoLeads } from '#modules/organisation'
import { whoAnswers } from '#modules/responsibilities'
import { idOf, isUuid, lineOfUnit, roleHolders, unitMembers } from '../store/resolve.ts'

/** What a request is about, as far as finding people for it needs it. */
export type Asked = {
  /** Who stands for the request now. */
  readonly ownerId: string
  readonly unitId: string | null
}

const allLevels = 20

/** The people of a source as of today, in their order; nobody twice. */
export async function resolvePeople(ctx: Context, source: Source, asked: Asked): Promise<string[]> {
  const found = await find(ctx, source, asked)
  return [...new Set(found)]
}

async function find(ctx: Context, source: Source, { ownerId, unitId }: Asked): Promise<string[]> {
  switch (source.kind) {
    case 'people':
      return source.people.filter(isUuid)
    case 'initiator':
      return [ownerId]
    case 'role':
      return roleHolders(ctx, source.role, await lineOfUnit(ctx, unitId))
    case 'position': {
      const id = await idOf(ctx, 'position', source.position)
      return id ? (await holdersOf(ctx, [id], ctx.today)).map((seat) => seat.personId) : []
    }
    case 'unit-members': {
      const id = await idOf(ctx, 'unit', source.unit)
      return id ? unitMembers(ctx, id) : []
    }
    case 'unit-head': {
      const id = source.unit === undefined ? unitId : await idOf(ctx, 'unit', source.unit)
      return id ? (await whoLeads(ctx, id, ctx.today)).map((leader) => leader.personId) : []
    }
    case 'superiors': {
      const of = source.of ?? ownerId
      if (!isUuid(of)) return []
      const line = await linesAbove(ctx, [of], ctx.today, source.levels ?? allLevels)
      return line.map((superior) => superior.managerId)
    }
    case 'responsibility': {
      const id = await idOf(ctx, 'responsibility', source.responsibility)
      if (!id) return []
      const about = unitId === null ? {} : { unitId }
      const answers = await whoAnswers(ctx, { responsibilityId: id, raci: source.raci, about, day: ctx.today })
      return answers.map((answer) => answer.personId)
    }
    default:
      // chosen people and those of a field are known to the engine
      return []
  }
}
