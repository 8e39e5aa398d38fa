import type { Curve, SchemeContent } from '#core/performance'
import { usualContent } from '#modules/performance'
import { text } from '../draft-parts.ts'
import type { Perform, Who } from '../perform.ts'

type Line = SchemeContent['lines'][number]
type Ids = ReadonlyMap<string, string>
type Scheme = {
  readonly code: string
  readonly name: ReturnType<typeof text>
  readonly place: { readonly kind: 'unit' | 'position'; readonly code: string }
  readonly lines: (duty: (code: string) => string) => readonly Line[]
}

const [duties, attitude] = usualContent.lines
const asReached = duties?.curve as Curve
/** Half the target is all that is asked of a month. */
const halfIsEnough: Curve = {
  kind: 'steps',
  steps: [
    { fromPermille: 0, scoreHundredths: 6000 },
    { fromPermille: 250, scoreHundredths: 8500 },
    { fromPermille: 500, scoreHundredths: 10_000 },
  ],
}

const line = (
  key: string,
  zh: string,
  en: string,
  weightPermille: number,
  curve: Curve,
  source: Line['source'],
): Line => ({
  key,
  name: text(zh, en),
  weightPermille,
  source,
  curve,
  missing: 'spread',
})
const weighed = (kept: Line | undefined, weightPermille: number): Line[] => (kept ? [{ ...kept, weightPermille }] : [])

/** A department of production: 30 % on keeping its process under control, as decided when quality was parted from it. */
const production = (unit: 'MC' | 'FM' | 'AS', zh: string, en: string): Scheme => ({
  code: `HY-${unit}`,
  name: text(`${zh}绩效方案`, `${en}: review scheme`),
  place: { kind: 'unit', code: unit },
  lines: (duty) => [
    line('process', '过程控制（一次合格率）', 'Process control (good at first pass)', 300, asReached, {
      kind: 'indicator',
      responsibilityId: duty(`F-${unit}-OUTPUT`),
      indicatorKey: 'good-parts',
    }),
    ...weighed(duties, 500),
    ...weighed(attitude, 200),
  ],
})

const schemes: readonly Scheme[] = [
  {
    code: 'USUAL',
    name: text('通用绩效方案', 'Usual review scheme'),
    place: { kind: 'unit', code: 'ROOT' },
    lines: () => usualContent.lines,
  },
  production('MC', '机加工部', 'Machining'),
  production('FM', '成型部', 'Moulding'),
  production('AS', '装配部', 'Assembly'),
  {
    code: 'HY-QA',
    name: text('质量部绩效方案', 'Quality: review scheme'),
    place: { kind: 'unit', code: 'QA' },
    lines: (duty) => [
      line('pass-rate', '检验合格率', 'Inspection pass rate', 300, asReached, {
        kind: 'indicator',
        responsibilityId: duty('F-QA-IN'),
        indicatorKey: 'pass-rate',
      }),
      ...weighed(duties, 500),
      ...weighed(attitude, 200),
    ],
  },
  {
    code: 'HY-SALES',
    name: text('大客户经理绩效方案', 'Key account managers: review scheme'),
    place: { kind: 'position', code: 'SA-KEY' },
    lines: (duty) => [
      line('visits', '回访计划完成率', 'Planned visits kept', 500, asReached, {
        kind: 'indicator',
        responsibilityId: duty('F-SA-CARE'),
        indicatorKey: 'visits-kept',
      }),
      line('new-customers', '新客户', 'New customers', 300, halfIsEnough, {
        kind: 'indicator',
        responsibilityId: duty('F-SA-NEW'),
        indicatorKey: 'new-customers',
      }),
      ...weighed(attitude, 200),
    ],
  },
]

/** How the demo's people are judged; schemes that are there stay. */
export async function makeSchemes(
  perform: Perform,
  who: Who,
  { units, positions, duties: byCode, from }: { units: Ids; positions: Ids; duties: Ids; from: string },
): Promise<void> {
  const { rows } = await perform<{ rows: { code: string }[] }>(who, 'performance.listSchemes', {})
  const there = new Set(rows.map(({ code }) => code))
  for (const { code, name, place, lines } of schemes) {
    if (there.has(code)) continue
    const content: SchemeContent = { ...usualContent, lines: [...lines((duty) => byCode.get(duty) ?? '')] }
    const made = await perform<{ schemeId: string; version: number }>(who, 'performance.createScheme', {
      code,
      name,
      period: 'month',
      content,
    })
    await perform(who, 'performance.publishScheme', { ...made, from })
    const targetId = (place.kind === 'unit' ? units : positions).get(place.code)
    await perform(who, 'performance.placeScheme', { schemeId: made.schemeId, kind: place.kind, targetId, from })
  }
}
