import * as z from 'zod'
import { isDay } from '#core/calendar'
import { localText } from '#core/local-text'
import { accountUses, costClasses, voucherSteps } from '#core/voucher'

export const Id = z.uuid()
export const Text = z.record(z.string(), z.string())
export const Name = localText(200)
export const Day = z.string().refine(isDay, { message: 'a day as yyyy-mm-dd' })
export const Month = z.string().regex(/^[0-9]{4}-(0[1-9]|1[0-2])$/, 'a month as yyyy-mm')
/** As ledgers write it: 2211.01. */
export const AccountCode = z.string().regex(/^[0-9A-Za-z][0-9A-Za-z.-]{0,39}$/, 'digits, letters, points and hyphens')
export const Use = z.enum(accountUses)
export const Step = z.enum(voucherSteps)
export const Class = z.enum(costClasses)
export const Fen = z.int()
export const Page = {
  limit: z.coerce.number().int().min(1).max(500).default(50),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
}
export const Changed = z.object({ id: Id, version: z.int() })
export const byId = { id: Id }
