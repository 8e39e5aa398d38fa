import * as z from 'zod'
import { defineRoutes } from '#core/contract'
import { Asked, Fulfilment, Id, Period, Point, Text } from './shapes.ts'

export const RankedUnit = z.object({
  unitId: Id,
  name: Text,
  people: z.int(),
  /** Fewer than five people with a figure: no figure and no place. */
  isSmall: z.boolean(),
  rank: z.int().nullable(),
  fulfilmentPermille: Fulfilment,
  behind: z.int(),
  lateTasks: z.int(),
  /** Against the period before, up to the same part of it; null where one of the two has no figure. */
  changePermille: z.int().nullable(),
  rankBefore: z.int().nullable(),
  /** The responsibility that changed most, of those at least five people carry in both. */
  mostChanged: z.object({ responsibilityId: Id, name: Text, changePermille: z.int() }).nullable(),
})
export type RankedUnit = z.infer<typeof RankedUnit>

export const Ranking = z.object({
  period: Period,
  /** The unit whose parts are compared; null: the top. */
  below: z.object({ id: Id, name: Text }).nullable(),
  comparedWith: z.object({ from: z.string(), until: z.string() }),
  rows: z.array(RankedUnit),
})
export type Ranking = z.infer<typeof Ranking>

export const Trend = z.object({ period: Period, people: z.int(), points: z.array(Point) })
export type Trend = z.infer<typeof Trend>

export const figureKinds = ['fulfilment', 'behind', 'lateTasks', 'openTasks', 'overloaded'] as const
export const FigureKind = z.enum(figureKinds)
export type FigureKind = z.infer<typeof FigureKind>

export const FigureNumber = z.object({
  figure: FigureKind,
  period: Period,
  people: z.int(),
  /** Permille for fulfilment, else a number of people or tasks. */
  value: z.number().nullable(),
  /** Against the period before, up to the same part of it, in the same unit as the value. */
  change: z.number().nullable(),
})
export type FigureNumber = z.infer<typeof FigureNumber>

/** One week of somebody's work. */
export const WorkedWeek = z.object({ from: z.string(), hours: z.number().nullable(), queue: z.int() })
export const signalKinds = ['hours-over', 'hours-unusual', 'queue-unusual'] as const
/** Which figure stands out, and against what; never a mark of the person. */
export const Signal = z.object({ kind: z.enum(signalKinds), value: z.number(), against: z.number() })
export type Signal = z.infer<typeof Signal>

export const Load = z.object({
  personId: Id,
  name: z.string(),
  unitName: Text.nullable(),
  sharePermille: z.int(),
  /** Working hours of the last whole week by the calendar and the share. */
  capacityHours: z.number(),
  hours: z.number().nullable(),
  utilisationPermille: z.int().nullable(),
  openTasks: z.int(),
  lateTasks: z.int(),
  signals: z.array(Signal),
  weeks: z.array(WorkedWeek),
})
export type Load = z.infer<typeof Load>

export const Workload = z.object({
  /** The last whole week. */
  week: z.object({ from: z.string(), until: z.string() }),
  people: z.int(),
  overloaded: z.int(),
  /** False: nobody's hours are recorded. */
  hasHours: z.boolean(),
  rows: z.array(Load),
})
export type Workload = z.infer<typeof Workload>

export const TargetChange = z.object({
  responsibilityId: Id,
  responsibilityName: Text,
  indicatorKey: z.string(),
  indicatorName: Text,
  unit: z.string(),
  changedOn: z.string(),
  before: z.number(),
  after: z.number(),
})
export type TargetChange = z.infer<typeof TargetChange>

export const Effect = z.object({
  change: TargetChange,
  people: z.int(),
  points: z.array(z.object({ from: z.string(), until: z.string(), value: z.number().nullable() })),
  /** Means over the weeks with a value, and how many they are. */
  before: z.object({ mean: z.number().nullable(), weeks: z.int() }),
  after: z.object({ mean: z.number().nullable(), weeks: z.int() }),
  /** At least 12 weeks before and 6 after. Even then: a difference, no proof of a cause. */
  isEnough: z.boolean(),
  otherChanges: z.array(TargetChange),
})
export type Effect = z.infer<typeof Effect>

export const seeingRoutes = defineRoutes({
  /** Units side by side: only whole ones that the reader may see. */
  readRanking: {
    method: 'GET',
    path: '/reports/ranking',
    permission: 'reports.read',
    input: z.object(Asked),
    output: Ranking,
  },
  readTrend: {
    method: 'GET',
    path: '/reports/trend',
    permission: 'reports.read',
    input: z.object({ ...Asked, periods: z.coerce.number().int().min(2).max(24).default(12) }),
    output: Trend,
  },
  readFigureNumber: {
    method: 'GET',
    path: '/reports/figure',
    permission: 'reports.read',
    input: z.object({ ...Asked, figure: FigureKind.default('fulfilment') }),
    output: FigureNumber,
  },
  readWorkload: {
    method: 'GET',
    path: '/reports/workload',
    permission: 'reports.read',
    input: z.object({
      unitId: Id.optional(),
      limit: z.coerce.number().int().min(1).max(500).default(100),
    }),
    output: Workload,
  },
  /** Targets that changed in the last year, of indicators that people the reader may see answer for. */
  readTargetChanges: {
    method: 'GET',
    path: '/reports/target-changes',
    permission: 'reports.read',
    input: z.object({ unitId: Id.optional(), responsibilityId: Id.optional() }),
    output: z.object({ changes: z.array(TargetChange) }),
  },
  readEffect: {
    method: 'GET',
    path: '/reports/effect',
    permission: 'reports.read',
    input: z.object({
      responsibilityId: Id,
      indicatorKey: z.string().min(1).max(60),
      changedOn: z.iso.date(),
      unitId: Id.optional(),
    }),
    output: Effect,
  },
})
