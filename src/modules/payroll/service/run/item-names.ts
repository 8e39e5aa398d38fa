import type { Context } from '#kernel/context'
import { itemVersions } from '../../store/items.ts'
import { namerOf, type Namer } from './names.ts'

/** Names by the items of all groups, as they are called today or last were. */
export async function itemNames(ctx: Context): Promise<Namer> {
  return namerOf(ctx, await itemVersions(ctx))
}
