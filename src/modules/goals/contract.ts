import * as z from 'zod'
import { defineRoutes } from '#core/contract'
import { localText } from '#core/local-text'

const Id = z.uuid()
const Day = z.iso.date()
const Text = z.record(z.string(), z.string())

const content = {
  name: localText(200),
  /** By what one sees that it is reached. */
  measure: localText(500).optional(),
  /** Whose goal it is; null = the whole firm's. */
  unitId: Id.nullable(),
  ownerId: Id.nullable().default(null),
  /** The wider goal it helps to reach. */
  parentId: Id.nullable().default(null),
  from: Day,
  /** The first day after its period. */
  until: Day,
}

const Serving = z.object({ responsibilityId: Id, code: z.string(), name: Text })

export const Goal = z.object({
  id: Id,
  name: Text,
  measure: Text,
  unitId: Id.nullable(),
  unitName: Text.nullable(),
  ownerId: Id.nullable(),
  ownerName: z.string().nullable(),
  parentId: Id.nullable(),
  from: z.string(),
  until: z.string(),
  version: z.int(),
  responsibilities: z.array(Serving),
  /** A responsibility serves it, or a goal below it. */
  isServed: z.boolean(),
  mayEdit: z.boolean(),
})
export type Goal = z.infer<typeof Goal>

export const Orphan = z.object({
  responsibilityId: Id,
  code: z.string(),
  name: Text,
  unitId: Id.nullable(),
  unitName: Text.nullable(),
})
export type Orphan = z.infer<typeof Orphan>

export const Share = z.object({ served: z.int(), total: z.int() })
export type Share = z.infer<typeof Share>

export const routes = defineRoutes({
  /** Goals whose period holds the day, with what serves them, and what serves none. */
  readGoals: {
    method: 'GET',
    path: '/goals',
    permission: 'goals.read',
    input: z.object({ day: Day.optional() }),
    output: z.object({
      day: z.string(),
      /** At most 1,000. */
      goals: z.array(Goal),
      /** At most 500 of them; `responsibilities` counts all. */
      orphans: z.array(Orphan),
      coverage: z.object({
        /** Goals that are served, and all. */
        goals: Share,
        /** Responsibilities in force that serve a goal, and all. */
        responsibilities: Share,
      }),
    }),
  },
  createGoal: {
    method: 'POST',
    path: '/goals',
    permission: 'goals.edit',
    input: z.object(content),
    output: z.object({ goalId: Id }),
  },
  changeGoal: {
    method: 'PUT',
    path: '/goals/:goalId',
    permission: 'goals.edit',
    input: z.object({ goalId: Id, version: z.int(), ...content }),
    output: z.object({ goalId: Id, version: z.int() }),
  },
  /** Only one without goals below it. */
  deleteGoal: {
    method: 'DELETE',
    path: '/goals/:goalId',
    permission: 'goals.edit',
    input: z.object({ goalId: Id }),
    output: z.object({ goalId: Id }),
  },
  /** Says which responsibilities serve a goal: those given, and no others of those the asker sees. */
  serveGoal: {
    method: 'PUT',
    path: '/goals/:goalId/responsibilities',
    permission: 'goals.edit',
    input: z.object({ goalId: Id, responsibilityIds: z.array(Id).max(200) }),
    output: z.object({ goalId: Id }),
  },
})
