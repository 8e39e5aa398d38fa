import * as z from 'zod'
import { defineRoutes } from '#core/contract'
import { Named, Text } from './shapes.ts'

const Day = z.iso.date()
const Days = { from: Day.optional(), until: Day.optional() }

/** Hours of a unit that belong to a responsibility which another unit holds. */
const Foreign = z.object({
  responsibility: Named,
  holder: Named,
  hours: z.number(),
  sharePermille: z.int(),
  /** Some of it was recognised by its wording alone. */
  byWording: z.boolean(),
})

export const RecordedUnit = z.object({
  unit: Named,
  hours: z.number(),
  ownHours: z.number(),
  /** For responsibilities of others that the unit has its part in. */
  sharedHours: z.number(),
  foreignHours: z.number(),
  /** Of no responsibility that is known. */
  unknownHours: z.number(),
  foreignPermille: z.int(),
  foreign: z.array(Foreign),
})
export type RecordedUnit = z.infer<typeof RecordedUnit>

const RecordedFact = z.object({
  id: z.uuid(),
  day: z.string(),
  personName: z.string().nullable(),
  unitName: Text.nullable(),
  kind: z.string(),
  activity: z.string().nullable(),
  hours: z.number(),
  note: z.string(),
})

export const recordedRoutes = defineRoutes({
  /** Recorded hours of each department against the responsibilities held by it and by others, the last day included. */
  readRecorded: {
    method: 'GET',
    path: '/overlap/recorded',
    permission: 'overlap.read',
    input: z.object(Days),
    output: z.object({ from: z.string(), until: z.string(), units: z.array(RecordedUnit) }),
  },
  /** The facts behind the hours of a department for a responsibility, the latest first. */
  listRecordedFacts: {
    method: 'GET',
    path: '/overlap/recorded/facts',
    permission: 'overlap.read',
    input: z.object({
      ...Days,
      unitId: z.uuid(),
      responsibilityId: z.uuid(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
      offset: z.coerce.number().int().min(0).default(0),
    }),
    output: z.object({
      total: z.int(),
      hours: z.number(),
      /** Facts that are counted, of people the reader may not see. */
      hidden: z.int(),
      items: z.array(RecordedFact),
    }),
  },
})
