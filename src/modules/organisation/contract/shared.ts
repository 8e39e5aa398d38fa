import * as z from 'zod'
import { isDay } from '#core/calendar'
import { localText } from '#core/local-text'

export const Day = z.string().refine(isDay, { message: 'a day as yyyy-mm-dd' })
export const Name = localText(200)
/** What imports and other systems call a thing. */
export const Code = z.string().trim().min(1).max(100)
/** As of which day; today when not told. */
export const On = { on: Day.optional() }
export const Page = {
  limit: z.coerce.number().int().min(1).max(500).default(50),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
}
export const byId = { id: z.uuid() }
/** Repeated keys of a query come as a list, one alone as a text. */
export const manyOf = <T extends z.ZodType>(item: T) =>
  z
    .union([item, z.array(item).max(500)])
    .transform((value) => (Array.isArray(value) ? value : [value]) as z.output<T>[])

export const assignmentKinds = ['main', 'concurrent', 'acting'] as const

/** Somebody on a position, as a chart shows it. */
export const Holder = z.object({
  assignmentId: z.uuid(),
  personId: z.uuid(),
  number: z.string(),
  name: z.string(),
  latinName: z.string().nullable(),
  kind: z.enum(assignmentKinds),
  sharePermille: z.int(),
  from: Day,
  until: Day.nullable(),
})
export type Holder = z.infer<typeof Holder>
