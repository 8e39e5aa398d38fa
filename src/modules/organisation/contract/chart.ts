import * as z from 'zod'
import { defineRoutes } from '#core/contract'
import type { LocalText } from '#core/local-text'
import { Day, Name, On } from './shared.ts'

/** What the boxes of a chart stand for. */
export const chartKinds = ['unit', 'position', 'person'] as const
export type ChartKind = (typeof chartKinds)[number]

export type ChartPerson = {
  readonly personId: string
  readonly name: string
  readonly latinName: string | null
  readonly kind: 'main' | 'concurrent' | 'acting'
}

/** How a box differs from the chart it is compared with. */
export type ChartMark = 'added' | 'removed' | 'moved' | 'changed'

export type ChartNode = {
  /** Of the unit, position or person. */
  readonly id: string
  readonly kind: ChartKind
  /** The box above; null at a top. */
  readonly parentId: string | null
  readonly title: LocalText
  /** A second line: the unit of a position, the position of a person. */
  readonly note: LocalText | null
  /** A third line, of people only: their unit. */
  readonly unitName?: LocalText | null
  readonly unitKind: 'group' | 'company' | 'branch' | 'department' | 'workshop' | 'team' | null
  /** Where a position or person sits; of a unit itself. */
  readonly unitId: string | null
  /** Planned seats: of a unit with all units below it. */
  readonly headcount: number
  /** People with a main seat. */
  readonly seated: number
  /** Who sits on a position, who leads a unit, the person itself. */
  readonly people: readonly ChartPerson[]
  /** True for the position that leads its unit. */
  readonly isLead: boolean
  /** Pinyin, codes and numbers that find it too. */
  readonly alsoFoundBy: string
  readonly mark?: ChartMark
  /** What differs, one sentence each, in the reader's language. */
  readonly changes?: readonly string[]
  /** Of a moved one: what it hung below before, drawn as a faint line. */
  readonly movedFromId?: string
}

/** A second line between two boxes. */
export type ChartLine = {
  readonly from: string
  readonly to: string
  readonly kind: 'functional' | 'project' | 'other'
}

/** What `OrgChart` draws. Boxes stand in the order of the list below the box above them. */
export type ChartData = { readonly nodes: readonly ChartNode[]; readonly lines: readonly ChartLine[] }

const places = z.array(z.int())

/**
 * The chart of a day as columns: repeated keys and ids would be most of its bytes. What names another row names its
 * place in that list, -1 for none. `boxesOf` makes boxes of it.
 */
export const OrgChart = z.object({
  day: Day,
  units: z.object({
    id: z.array(z.uuid()),
    above: places,
    name: z.array(Name),
    code: z.array(z.string()),
    /** What the name sounds like, for search. */
    sound: z.array(z.string()),
    kind: z.array(z.string()),
  }),
  positions: z.object({
    id: z.array(z.uuid()),
    above: places,
    unit: places,
    /** Place in `titles`. */
    title: places,
    code: z.array(z.string()),
    headcount: places,
    /** 1 for the one that leads its unit. */
    lead: places,
  }),
  titles: z.object({ name: z.array(Name), sound: z.array(z.string()) }),
  people: z.object({
    id: z.array(z.uuid()),
    name: z.array(z.string()),
    latinName: z.array(z.string()),
    number: z.array(z.string()),
    sound: z.array(z.string()),
  }),
  /** Who sits where: `kind` 0 main, 1 concurrent, 2 acting. */
  seats: z.object({ person: places, position: places, kind: places }),
  /** Second lines between positions: `kind` 0 functional, 1 project, 2 other. */
  dotted: z.object({ from: places, to: places, kind: places }),
})
export type OrgChart = z.infer<typeof OrgChart>

export const chartRoutes = defineRoutes({
  /** The whole chart of a day, as far as the asker may see it. */
  readOrgChart: {
    method: 'GET',
    path: '/org-chart',
    permission: 'organisation.read',
    input: z.object({ ...On }),
    output: OrgChart,
  },
  /** The same as a PDF of landscape pages. */
  printOrgChart: {
    method: 'GET',
    path: '/org-chart/pages',
    permission: 'organisation.read',
    input: z.object({
      ...On,
      by: z.enum(chartKinds).default('unit'),
      /** Down to which level it is drawn; 1 is the top alone. */
      level: z.coerce.number().int().min(1).max(100).default(3),
      paper: z.enum(['a4', 'a3']).default('a4'),
      /** Colours boxes by open seats. */
      gap: z.stringbool().default(false),
    }),
    output: z.null(),
    kind: 'download',
    transaction: 'own',
  },
})
