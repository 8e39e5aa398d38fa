import * as z from 'zod'

export const Text = z.record(z.string(), z.string())
/** `2026-10`. */
export const Month = z.string().regex(/^[0-9]{4}-(0[1-9]|1[0-2])$/)

/** Why a value brought what it brought; the words stand in `steps`. Thousandths, fen and millionths as named. */
export const PayStep = z.object({
  kind: z.enum(['piece', 'percent', 'tier', 'flat', 'target', 'below', 'pool', 'cap']),
  milli: z.number(),
  fen: z.number(),
  eachFen: z.number().optional(),
  millionths: z.number().optional(),
  fromMilli: z.number().optional(),
  untilMilli: z.number().optional(),
  targetMilli: z.number().optional(),
  permille: z.number().optional(),
})
export type PayStep = z.infer<typeof PayStep>
