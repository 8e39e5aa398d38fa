import type { Day } from '#core/calendar'
import type { PayItem } from '#core/payroll'
import type { Context } from '#kernel/context'
import type { PayItemVersion } from '../contract/items.ts'
import { aliasesOf, ofGroup } from '../rules/check-items.ts'
import { itemVersions } from '../store/items.ts'

/** An item as the engine takes it, with what a slip shows of it. */
export type ItemOn = PayItem & Pick<PayItemVersion, 'id' | 'name' | 'place' | 'isOnSlip' | 'isNormalHours' | 'groupId'>

/** The items of a group on a day, in the order of the slip: its own go before those of all groups. */
export async function payItemsOn(ctx: Context, groupId: string, day: Day): Promise<ItemOn[]> {
  return ofGroup(await itemVersions(ctx, { on: day, groupId }), groupId).map(engineItem)
}

function engineItem({ rounding, formula, kind, isTaxable, taxedAs, code, ...shown }: PayItemVersion): ItemOn {
  const { id, name, place, isOnSlip, isNormalHours, groupId } = shown
  const engine = { code, aliases: aliasesOf({ code, name }), kind, formula, isTaxable, taxedAs }
  return { ...engine, ...(rounding ? { rounding } : {}), id, name, place, isOnSlip, isNormalHours, groupId }
}
