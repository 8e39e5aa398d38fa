import * as z from 'zod'
import { localText } from '../local-text/index.ts'
import { climbs, Curve, ScoreHundredths } from './curve.ts'
import { Level } from './level.ts'

const Key = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/)

/** Where the figure of a line comes from: all responsibilities held, one named indicator, or people who score it. */
export const LineSource = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('responsibilities') }),
  z.strictObject({
    kind: z.literal('indicator'),
    responsibilityId: z.uuid(),
    indicatorKey: z.string().min(1).max(100),
  }),
  z.strictObject({ kind: z.literal('manual'), hint: localText(500).optional() }),
])
export type LineSource = z.infer<typeof LineSource>

export const Line = z.strictObject({
  key: Key,
  name: localText(100),
  weightPermille: z.int().min(1).max(1000),
  source: LineSource,
  /** Of a manual line only its cap and floor count: people give the score itself. */
  curve: Curve,
  /** Under this score of the line the whole scores at most `capHundredths`; 0 = nothing. */
  veto: z.strictObject({ belowHundredths: ScoreHundredths.min(1), capHundredths: ScoreHundredths }).optional(),
  /** Without a figure: its weight goes to the other lines, or it scores nothing. */
  missing: z.enum(['spread', 'zero']).default('spread'),
})
export type Line = z.infer<typeof Line>

export const partKinds = ['self', 'manager', 'peer', 'customer'] as const
export type PartKind = (typeof partKinds)[number]

const PartWeights = z.strictObject({
  self: z.int().min(0).max(1000),
  manager: z.int().min(0).max(1000),
  peer: z.int().min(0).max(1000),
  customer: z.int().min(0).max(1000),
})
export type PartWeights = z.infer<typeof PartWeights>

/** What a scheme says in one of its versions. What holds between its parts is told by `faultsOf`. */
export const SchemeContent = z.strictObject({
  lines: z.array(Line).min(1).max(30),
  /** Whose scores count how much on manual lines. */
  parts: PartWeights,
  /** At least so many peers are asked, where peers count. */
  peers: z.int().min(0).max(10).default(0),
  /** The best first. */
  levels: z.array(Level).min(1).max(10),
  /** What pay takes: the score as a fraction of 100, or the number of the level. */
  coefficient: z.enum(['score', 'level']),
  /** A reason must be told from here on upwards, and downwards, and where the whole differs by more from what was computed. */
  reasons: z.strictObject({
    highHundredths: ScoreHundredths,
    lowHundredths: ScoreHundredths,
    differenceHundredths: ScoreHundredths,
  }),
})
export type SchemeContent = z.infer<typeof SchemeContent>

export type SchemeFault =
  | { readonly code: 'lines-sum' | 'parts-sum'; readonly sum: number }
  | { readonly code: 'same-key' | 'curve-order'; readonly line: string }
  | { readonly code: 'same-level' | 'level-order'; readonly level: string }
  | { readonly code: 'lowest-level' }

/** What keeps a scheme from being used: weights that do not come to 1000, keys twice, curves and levels out of order. */
export function faultsOf({ lines, parts, levels }: SchemeContent): SchemeFault[] {
  const faults: SchemeFault[] = []
  const linesSum = sum(lines.map((line) => line.weightPermille))
  if (linesSum !== 1000) faults.push({ code: 'lines-sum', sum: linesSum })
  const partsSum = sum(Object.values(parts))
  if (partsSum !== 1000) faults.push({ code: 'parts-sum', sum: partsSum })
  for (const [at, { key, curve }] of lines.entries()) {
    if (lines.findIndex((line) => line.key === key) < at) faults.push({ code: 'same-key', line: key })
    if (!climbs(curve)) faults.push({ code: 'curve-order', line: key })
  }
  for (const [at, { code, fromHundredths }] of levels.entries()) {
    if (levels.findIndex((level) => level.code === code) < at) faults.push({ code: 'same-level', level: code })
    if (at > 0 && fromHundredths >= (levels[at - 1]?.fromHundredths ?? 0))
      faults.push({ code: 'level-order', level: code })
  }
  if (levels.at(-1)?.fromHundredths !== 0) faults.push({ code: 'lowest-level' })
  return faults
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0)
}
