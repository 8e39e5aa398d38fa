import { useState } from 'react'
import { scaleLinear, scalePoint } from '@visx/scale'
import { LinePath } from '@visx/shape'
import { useLocale } from 'react-aria-components/I18nProvider'
import { useKitWords } from '../kit-words.tsx'
import { fontPx, GridLines, NameAxis, ValueAxis } from './Axes.tsx'
import type { BarChartProps } from './BarChart.tsx'
import { ChartFrame } from './ChartFrame.tsx'
import type { ChartPlace } from './ChartFrame.tsx'
import { Mark } from './Mark.tsx'
import { labelEvery, labelWidthPx, lookOf, numbersOf, tableOf, valueDomain } from './series.ts'
import { Tip } from './Tip.tsx'

export type LineChartProps = Omit<BarChartProps, 'isLying'> & {
  /** The value axis starts near the lowest value instead of zero, for figures that move little. */
  isCut?: boolean
}

/** Values over time. A missing value leaves a gap: nothing is invented between. */
export function LineChart(props: LineChartProps) {
  const { title, nameTitle, names, series, target } = props
  const { locale } = useLocale()
  const words = useKitWords()
  const format = props.format ?? ((value) => value.toLocaleString(locale))
  const heightPx = props.heightPx ?? 240
  const said = series.map((one) => {
    const known = one.values.filter((value) => value !== null)
    const [first, last] = [known[0], known.at(-1)]
    return first === undefined || last === undefined ? one.name : `${one.name}: ${format(first)} → ${format(last)}`
  })
  const description = props.description ?? said.join('; ')
  return (
    <ChartFrame
      title={title}
      description={description}
      showDescription={props.showDescription}
      legend={series.map((one) => one.name)}
      legendShape="line"
      table={tableOf({ nameTitle, names, series, target, targetTitle: words('chart.target'), format })}
      isEmpty={numbersOf(series).length === 0}
      heightPx={heightPx}
    >
      {(place) => <Lines {...props} {...place} description={description} heightPx={heightPx} format={format} />}
    </ChartFrame>
  )
}

type LinesProps = Omit<LineChartProps, 'format'> & ChartPlace & { heightPx: number; format: (value: number) => string }

function Lines(props: LinesProps) {
  const { title, description, names, series, target, format, widthPx, heightPx, titleId, descriptionId } = props
  const [over, setOver] = useState<number | null>(null)
  const values = numbersOf(series)
  const [low, high] = valueDomain(values, target)
  const domain: [number, number] = props.isCut ? [Math.min(...values, target ?? Infinity), high] : [low, high]
  const left = labelWidthPx(scaleLinear<number>({ domain, nice: 5 }).ticks(5).map(format), fontPx) + 14
  const edge = { top: 8, right: 16, bottom: 26, left }
  const inner = { width: Math.max(1, widthPx - edge.left - edge.right), height: heightPx - edge.top - edge.bottom }
  const y = scaleLinear<number>({ domain, range: [inner.height, 0], nice: 5 })
  const x = scalePoint<string>({ domain: [...names], range: [0, inner.width], padding: 0.2 })
  const points = names.map((_name, at) => at)
  const xOf = (at: number) => x(names[at] ?? '') ?? 0
  const hasMarks = inner.width / Math.max(1, names.length) > 18
  return (
    <>
      <svg
        width={widthPx}
        height={heightPx}
        role="img"
        aria-labelledby={titleId}
        aria-describedby={descriptionId}
        className="block"
        onPointerLeave={() => setOver(null)}
        onPointerMove={(event) => {
          const along = event.clientX - event.currentTarget.getBoundingClientRect().left - edge.left
          const at = Math.round((along - xOf(0)) / (x.step() || 1))
          setOver(Math.max(0, Math.min(names.length - 1, at)))
        }}
      >
        <title id={titleId}>{title}</title>
        <desc id={descriptionId}>{description}</desc>
        <g transform={`translate(${edge.left} ${edge.top})`}>
          <GridLines scale={y} lengthPx={inner.width} />
          {target !== undefined && (
            <line
              x1={0}
              x2={inner.width}
              y1={y(target)}
              y2={y(target)}
              stroke="var(--color-text)"
              strokeWidth="1.5"
              strokeDasharray="5 4"
            />
          )}
          {over !== null && (
            <line x1={xOf(over)} x2={xOf(over)} y1={0} y2={inner.height} stroke="var(--color-line-strong)" />
          )}
          {series.map((one, at) => {
            const look = lookOf(at)
            const isKnown = (n: number) => typeof one.values[n] === 'number'
            return (
              <g key={one.name}>
                <LinePath
                  data={points}
                  defined={isKnown}
                  x={xOf}
                  y={(n) => y(one.values[n] ?? 0)}
                  stroke={look.color}
                  strokeWidth={2}
                  strokeDasharray={look.dash}
                  strokeLinejoin="round"
                />
                {points.map((n) => {
                  const figure = one.values[n]
                  if (typeof figure !== 'number' || (!hasMarks && n !== over)) return null
                  return <Mark key={n} look={look} x={xOf(n)} y={y(figure)} size={n === over ? 5 : 3.5} />
                })}
              </g>
            )
          })}
          <ValueAxis scale={y} format={format} />
          <NameAxis
            scale={x}
            topPx={inner.height}
            every={labelEvery(names.length, inner.width, labelWidthPx(names, fontPx) + 16)}
          />
        </g>
      </svg>
      {over !== null && (
        <Tip
          title={names[over] ?? ''}
          lines={series.map((one) => ({
            name: one.name,
            text: typeof one.values[over] === 'number' ? format(one.values[over]) : '–',
          }))}
          xPx={edge.left + xOf(over)}
          yPx={edge.top}
          widthPx={widthPx}
          shape="line"
        />
      )}
    </>
  )
}
