import * as z from 'zod'

const Id = z.string().min(1).max(200)

/** What of the world around may differ in a scenario. */
export const PlayedFacts = z.strictObject({
  inactive: z.array(Id).optional(),
  admins: z.array(Id).optional(),
  evidence: z.array(Id).optional(),
  delegations: z
    .array(
      z.strictObject({
        id: Id,
        from: Id,
        to: Id,
        start: z.number().default(0),
        until: z.number().default(Number.MAX_SAFE_INTEGER),
        flows: z.array(Id).nullable().default(null),
        atMost: z.strictObject({ field: Id, value: z.number() }).nullable().default(null),
        mode: z.enum(['replace', 'both']).default('replace'),
      }),
    )
    .optional(),
})
export type PlayedFacts = z.infer<typeof PlayedFacts>
