import type { Context } from '#kernel/context'
import { forbidden } from '#kernel/problems'

/** Lets by who may edit in this unit. Ask after it has been found: who may not see it must not learn that it is there. */
export function requireEdit(ctx: Context, unitId: string | null | undefined): void {
  if (!ctx.may('organisation.edit', { unitId: unitId ?? null })) throw forbidden({ permission: 'organisation.edit' })
}
