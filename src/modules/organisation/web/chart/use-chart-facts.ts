import { useMemo } from 'react'
import { useQuery } from '@tanstack/react-query'
import type { LegendEntry } from '#core/chart'
import type { BoundWeb, ChartFact, ChartFigure } from '#web/bind'
import { useMay } from '#web/session'
import { sayIn, useWords } from '#web/words'
import type { Colour } from '../../chart-card.ts'
import type { ChartData, ChartKind, OrgChart } from '../../contract/chart.ts'
import { foldFact, gapColours, toneOf, tonesOf } from '../../chart-facts.ts'

export type ChartFacts = {
  options: readonly { id: string; label: string }[]
  chosen: string
  colours: ReadonlyMap<string, Colour> | undefined
  legend: readonly LegendEntry[]
}

type Asked = {
  bound: readonly BoundWeb[]
  columns: OrgChart
  data: ChartData
  by: ChartKind
  on: string
  wanted: string
}

/** The facts a chart can be coloured by: the gap of seats, and what the modules that are on contribute. */
export function useChartFacts({ bound, columns, data, by, on, wanted }: Asked): ChartFacts {
  const t = useWords('organisation')
  const may = useMay()
  const contributed = useMemo(
    () => contributedBy(bound).filter(({ fact: { permission } }) => may(permission)),
    [bound, may],
  )
  const hasGap = by !== 'person'
  const found = contributed.find(({ id }) => id === wanted)
  const chosen = found ? wanted : wanted === gap && hasGap ? gap : ''
  const { data: values } = useQuery({
    queryKey: [found?.module ?? 'organisation', 'chart-fact', found?.fact.key ?? '', on],
    queryFn: async () => (found ? found.fact.read(on) : new Map<string, ChartFigure>()),
    enabled: found !== undefined,
  })
  const fact = found?.fact
  const colours = useMemo(() => {
    if (chosen === gap) return gapColours(data, t)
    return fact && values ? factColours(columns, by, fact, values) : undefined
  }, [chosen, fact, values, columns, data, by, t])
  const legend = useMemo(
    () => (colours ? tonesOf(colours, chosen === gap ? 'gap' : 'judged', t) : []),
    [chosen, colours, t],
  )
  return {
    options: [
      ...(hasGap ? [{ id: gap, label: t('screens.chart.gap') }] : []),
      ...contributed.map(({ id, module, fact: one }) => ({ id, label: sayIn(module)(`chart.${one.key}`) })),
    ],
    chosen,
    colours,
    legend,
  }
}

const gap = 'gap'

function contributedBy(bound: readonly BoundWeb[]) {
  return bound.flatMap(({ name, chartFacts = [] }) =>
    chartFacts.map((fact) => ({ id: `${name}.${fact.key}`, module: name, fact })),
  )
}

function factColours(columns: OrgChart, by: ChartKind, fact: ChartFact, values: ReadonlyMap<string, ChartFigure>) {
  const folded = foldFact(columns, by, values, fact.join)
  return new Map<string, Colour>(
    [...folded].map(([id, { value, severity }]) => [id, { tone: toneOf(severity), text: fact.text(value) }]),
  )
}
