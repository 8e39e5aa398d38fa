export type ChartSeries = { name: string; values: readonly (number | null)[] }

/** Six looks that differ in colour and in pattern, dash and mark, so that none depends on colour alone. */
export const looks = [
  { color: 'var(--color-chart-1)', fill: 'solid', dash: undefined, mark: 'circle' },
  { color: 'var(--color-chart-2)', fill: 'stripes', dash: '6 3', mark: 'square' },
  { color: 'var(--color-chart-3)', fill: 'dots', dash: '2 3', mark: 'triangle' },
  { color: 'var(--color-chart-4)', fill: 'counter', dash: '9 3 2 3', mark: 'diamond' },
  { color: 'var(--color-chart-5)', fill: 'grid', dash: '1 3', mark: 'cross' },
  { color: 'var(--color-chart-6)', fill: 'bars', dash: '12 4', mark: 'circle' },
] as const

export type Look = (typeof looks)[number]

export function lookOf(at: number): Look {
  return looks[at % looks.length] ?? looks[0]
}

export function numbersOf(series: readonly ChartSeries[]): number[] {
  return series.flatMap((one) => one.values.filter((value) => value !== null))
}

/** The span of the value axis: from zero, unless values go below, up to the highest value or target. */
export function valueDomain(values: readonly number[], target: number | undefined): [number, number] {
  const all = target === undefined ? values : [...values, target]
  const low = Math.min(0, ...all)
  const high = Math.max(0, ...all)
  return low === high ? [0, 1] : [low, high]
}

/** Every how many labels one is drawn, so that they don't run into each other. */
export function labelEvery(count: number, widthPx: number, labelPx: number): number {
  return Math.max(1, Math.ceil((count * labelPx) / Math.max(1, widthPx)))
}

/** The longest label in px, for the margin beside a chart: Chinese characters are as wide as they are high. */
export function labelWidthPx(labels: readonly string[], fontPx: number): number {
  const width = (label: string) =>
    [...label].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0x2e7f ? fontPx : fontPx * 0.58), 0)
  return Math.ceil(Math.max(0, ...labels.map(width)))
}

type Figures = {
  nameTitle: string
  names: readonly string[]
  series: readonly ChartSeries[]
  target: number | undefined
  targetTitle: string
  format: (value: number) => string
}

/** The figures of a chart as a table: names down, series across, the target last. */
export function tableOf({ nameTitle, names, series, target, targetTitle, format }: Figures) {
  const figure = (value: number | null | undefined) => (typeof value === 'number' ? format(value) : null)
  const aims = target === undefined ? [] : [format(target)]
  return {
    columns: [nameTitle].concat(
      series.map((one) => one.name),
      target === undefined ? [] : [targetTitle],
    ),
    rows: names.map((name, at) => {
      const row: (string | null)[] = [name]
      return row.concat(
        series.map((one) => figure(one.values[at])),
        aims,
      )
    }),
  }
}
