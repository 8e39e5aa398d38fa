import type { Days } from '#core/indicator'
import type { Context } from '#kernel/context'
import { indicatorsStated } from '#modules/responsibilities'
import type { Definition } from '../rules.ts'

/** The indicators of responsibilities as their versions of a period state them, in the order they are shown. */
export async function definitionsIn(
  ctx: Context,
  responsibilityIds: readonly string[],
  period: Days,
): Promise<Map<string, Definition[]>> {
  const stated = await indicatorsStated(ctx, period, responsibilityIds)
  return Map.groupBy(stated, (definition) => definition.responsibilityId)
}
