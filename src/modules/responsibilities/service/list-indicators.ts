import type { Output } from '#core/contract'
import type { Context } from '#kernel/context'
import type { routes } from '../contract.ts'
import { indicatorsStated } from '../store/indicators.ts'
import { responsibilityNames } from '../store/names.ts'

const most = 2000

/** The indicators of responsibilities one may see, as they are in force today. */
export async function listIndicators(ctx: Context): Promise<Output<(typeof routes)['listIndicators']>> {
  const stated = (await indicatorsStated(ctx, ctx.today)).filter((one) => one.keySuffix === '')
  const ids = [...new Set(stated.map((one) => one.responsibilityId))]
  const names = await responsibilityNames(ctx, ids, { onlyVisible: true })
  return stated
    .flatMap(({ responsibilityId, key, name, unit }) => {
      const found = names.get(responsibilityId)
      return found ? [{ responsibility: found.code, responsibilityName: found.name, key, name, unit }] : []
    })
    .slice(0, most)
}
