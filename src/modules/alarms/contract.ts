import * as z from 'zod'
import { defineRoutes } from '#core/contract'
import { alarmKinds } from './rules.ts'

const Id = z.uuid()
const Text = z.record(z.string(), z.string())
export const AlarmKind = z.enum(alarmKinds)
export type AlarmKind = z.infer<typeof AlarmKind>

/** Open ones; those muted until a later day; those that are no longer so. */
export const alarmStates = ['open', 'muted', 'resolved'] as const
export const AlarmState = z.enum(alarmStates)
export type AlarmState = z.infer<typeof AlarmState>

const listed = <T extends z.ZodType>(one: T) => z.union([one.transform((value) => [value]), z.array(one).max(200)])
const Named = z.object({ id: Id, name: z.string() })
const NamedText = z.object({ id: Id, name: Text })

export const Alarm = z.object({
  id: Id,
  kind: AlarmKind,
  since: z.string(),
  resolvedOn: z.string().nullable(),
  responsibility: NamedText.nullable(),
  position: NamedText.extend({ unitName: Text.nullable() }).nullable(),
  unit: NamedText.nullable(),
  person: Named.nullable(),
  account: Named.nullable(),
  /** The unit it belongs to. */
  place: NamedText.nullable(),
  totalPermille: z.int().nullable(),
  indicator: Text.nullable(),
  days: z.int().nullable(),
  permissions: z.array(z.string()),
  assignedTo: Named.nullable(),
  mutedUntil: z.string().nullable(),
  muteReason: z.string().nullable(),
  mutedBy: z.string().nullable(),
  mayDecide: z.boolean(),
})
export type Alarm = z.infer<typeof Alarm>

const ids = z.array(Id).min(1).max(200)
const Changed = z.object({ changed: z.int() })

export const routes = defineRoutes({
  listAlarms: {
    method: 'GET',
    path: '/alarms',
    permission: 'alarms.read',
    input: z.object({
      state: AlarmState.default('open'),
      kind: listed(AlarmKind).optional(),
      unitId: listed(Id).optional(),
      responsibilityId: Id.optional(),
      /** Only those the asker is to see to. */
      mine: z.stringbool().default(false),
      text: z.string().trim().max(100).optional(),
      limit: z.coerce.number().int().min(1).max(500).default(100),
      offset: z.coerce.number().int().min(0).default(0),
    }),
    output: z.object({
      total: z.int(),
      /** How many of each kind there are in this state, whatever kinds are asked for. */
      counts: z.array(z.object({ kind: AlarmKind, count: z.int() })),
      items: z.array(Alarm),
    }),
  },
  assignAlarms: {
    method: 'POST',
    path: '/alarms/assignment',
    permission: 'alarms.decide',
    input: z.object({ ids, personId: Id.nullable() }),
    output: Changed,
  },
  muteAlarms: {
    method: 'POST',
    path: '/alarms/mute',
    permission: 'alarms.decide',
    /** `until` is the first day they are shown again. */
    input: z.object({ ids, until: z.iso.date(), reason: z.string().trim().min(1).max(500) }),
    output: Changed,
  },
  unmuteAlarms: {
    method: 'POST',
    path: '/alarms/unmute',
    permission: 'alarms.decide',
    input: z.object({ ids }),
    output: Changed,
  },
})
