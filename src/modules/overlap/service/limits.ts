import type { Context } from '#kernel/context'
import type { Limits } from '../rules.ts'

/** Where the bands begin, by the settings. */
export async function limitsOf(ctx: Context): Promise<Limits> {
  return {
    sameFromPermille: await ctx.setting<number>('overlap.sameFromPermille'),
    likelyFromPermille: await ctx.setting<number>('overlap.likelyFromPermille'),
    possibleFromPermille: await ctx.setting<number>('overlap.possibleFromPermille'),
  }
}
