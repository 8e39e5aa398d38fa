import * as z from 'zod'
import { defineRoutes } from '#core/contract'
import { Measure, TargetRule } from '#core/indicator'
import { Fact } from './facts.ts'
import {
  AskedPeriod,
  BoardIndicator,
  FactWords,
  Ids,
  Indicator,
  Light,
  Page,
  Period,
  PeriodKind,
  Standing,
  Text,
} from './shapes.ts'

const Overall = { light: Light, fulfilmentPermille: z.int().nullable() }

export const BoardCell = z.object({
  responsibilityId: z.uuid(),
  ...Overall,
  /** What may explain it: open tasks past their time, those waiting for somebody's answer, and those excused in the period. */
  late: z.int(),
  waiting: z.int(),
  excused: z.int(),
  indicators: z.array(BoardIndicator),
})
export type BoardCell = z.infer<typeof BoardCell>

export const BoardRow = z.object({
  personId: z.uuid(),
  name: z.string(),
  number: z.string(),
  positionTitle: Text.nullable(),
  unitName: Text.nullable(),
  ...Overall,
  lateTasks: z.int(),
  openTasks: z.int(),
  /** Away on the day shown; `until` is the first day back, null when nobody knows. */
  away: z.object({ kind: z.string(), until: z.string().nullable() }).nullable(),
  cells: z.array(BoardCell),
})
export type BoardRow = z.infer<typeof BoardRow>

export const Board = z.object({
  period: Period,
  /** People by their light, and open tasks past their time; of all rows, not only of this page. */
  counts: z.object({
    people: z.int(),
    red: z.int(),
    amber: z.int(),
    green: z.int(),
    none: z.int(),
    lateTasks: z.int(),
    /** Facts that name no responsibility although several of their person's could claim them; they count for none. */
    unclaimed: z.int(),
  }),
  /** Rows under the filters, also by light. */
  total: z.int(),
  responsibilities: z.array(z.object({ id: z.uuid(), name: Text })),
  rows: z.array(BoardRow),
})
export type Board = z.infer<typeof Board>

export const PersonIndicators = z.object({
  personId: z.uuid(),
  name: z.string(),
  period: Period,
  ...Overall,
  responsibilities: z.array(
    z.object({ responsibilityId: z.uuid(), name: Text, ...Overall, indicators: z.array(Indicator) }),
  ),
  words: FactWords,
})
export type PersonIndicators = z.infer<typeof PersonIndicators>

const Sum = z.object({
  /** Facts counted, reversed ones taken off; for sums and averages those that carry the measure. */
  count: z.int(),
  sum: z.number(),
  /** What the figure gives: the count, the sum, or the average. */
  amount: z.number().nullable(),
})

/** A fact behind a figure. What it adds to the part and to the whole (of a ratio); null where it does not count. */
export const CountedFact = Fact.extend({
  part: z.object({ count: z.int(), sum: z.number() }).nullable(),
  whole: z.object({ count: z.int(), sum: z.number() }).nullable(),
  /** Names of the formula it counts for. */
  terms: z.array(z.string()),
})
export type CountedFact = z.infer<typeof CountedFact>

export const FigureDetail = z.object({
  period: Period,
  person: z.object({ id: z.uuid(), name: z.string() }),
  responsibility: z.object({ id: z.uuid(), name: Text }),
  indicator: BoardIndicator.extend({
    measure: Measure,
    fullTarget: z.number(),
    ownPeriod: PeriodKind,
    targetRule: TargetRule,
    thresholds: z.object({ amberPermille: z.int(), greenPermille: z.int() }),
    /** Who answers for the indicator itself: a person, or a position by its title. */
    owner: z.object({ personId: z.uuid().nullable(), name: Text }).nullable(),
  }),
  standing: Standing,
  /** Null while the period is open; what came after it was closed is told and not counted. */
  closed: z.object({ id: z.uuid(), closedAt: z.string(), closer: z.string(), late: z.array(CountedFact) }).nullable(),
  /** Of a formula: what its names stood for, the steps of computing, and why there is no value. */
  formula: z
    .object({
      terms: z.array(
        z.object({
          name: z.string(),
          value: z.number().nullable(),
          /** The page of another indicator it refers to. */
          indicator: z.object({ responsibilityId: z.uuid(), key: z.string(), name: Text, unit: z.string() }).nullable(),
        }),
      ),
      steps: z.array(z.object({ text: z.string(), value: z.string(), isName: z.boolean() })),
      problem: z.string().nullable(),
    })
    .nullable(),
  /** The last twelve periods, the asked one last; a period in which it was not held has no standing. */
  trend: z.array(
    z.object({ from: z.string(), until: z.string(), isClosed: z.boolean(), standing: Standing.nullable() }),
  ),
  /** Days of the period in which the person held it, and the part of them that has passed. */
  heldDays: z.int(),
  elapsedPermille: z.int(),
  part: Sum,
  whole: Sum.nullable(),
  words: FactWords,
  total: z.int(),
  facts: z.array(CountedFact),
})
export type FigureDetail = z.infer<typeof FigureDetail>

export const figureRoutes = defineRoutes({
  /** The people one leads, worst first. */
  readBoard: {
    method: 'GET',
    path: '/board',
    permission: 'indicators.read-team',
    input: z.object({
      ...AskedPeriod,
      unitId: Ids.optional(),
      responsibilityId: Ids.optional(),
      text: z.string().trim().max(100).optional(),
      light: Light.optional(),
      ...Page,
    }),
    output: Board,
  },
  /** `me`, or somebody one may see. */
  readPersonIndicators: {
    method: 'GET',
    path: '/people/:personId/indicators',
    permission: 'indicators.read',
    input: z.object({
      personId: z.union([z.uuid(), z.literal('me')]),
      ...AskedPeriod,
      /** How many periods the trend has, the asked one included. */
      periods: z.coerce.number().int().min(1).max(24).default(6),
    }),
    output: PersonIndicators,
  },
  /** Why this number: how it is computed and every fact it is made of. */
  readFigure: {
    method: 'GET',
    path: '/people/:personId/indicators/:responsibilityId/:indicatorKey',
    permission: 'indicators.read',
    input: z.object({
      personId: z.union([z.uuid(), z.literal('me')]),
      responsibilityId: z.uuid(),
      indicatorKey: z.string().min(1).max(60),
      ...AskedPeriod,
      ...Page,
    }),
    output: FigureDetail,
  },
})
