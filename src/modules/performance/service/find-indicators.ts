import type { Input, Output } from '#core/contract'
import type { Context } from '#kernel/context'
import { indicatorsStated, responsibilityNames } from '#modules/responsibilities'
import type { routes } from '../contract.ts'

type Find = (typeof routes)['findIndicators']

/** Indicators stated today, by words in their name or that of their responsibility. */
export async function findIndicators(ctx: Context, { text, limit }: Input<Find>): Promise<Output<Find>> {
  const stated = await indicatorsStated(ctx, ctx.today)
  const names = await responsibilityNames(ctx, [...new Set(stated.map((one) => one.responsibilityId))], {
    onlyVisible: true,
  })
  const wanted = text.toLowerCase()
  const rows = stated.flatMap((one) => {
    const of = names.get(one.responsibilityId)
    if (!of) return []
    const words = [...Object.values(one.name), ...Object.values(of.name), of.code].join(' ').toLowerCase()
    if (!words.includes(wanted)) return []
    const { responsibilityId, key, name, unit } = one
    return [{ responsibilityId, responsibilityName: { ...of.name }, key, name: { ...name }, unit }]
  })
  return { rows: rows.slice(0, limit) }
}
