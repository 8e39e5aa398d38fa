import { useId, useState } from 'react'
import { scaleBand, scaleLinear } from '@visx/scale'
import { BarRounded } from '@visx/shape'
import { useLocale } from 'react-aria-components/I18nProvider'
import { useKitWords } from '../kit-words.tsx'
import { fontPx, GridLines, NameAxis, NameAxisLeft, ValueAxis, ValueAxisBelow } from './Axes.tsx'
import { ChartFrame } from './ChartFrame.tsx'
import type { ChartPlace } from './ChartFrame.tsx'
import { Pattern } from './Pattern.tsx'
import { labelEvery, labelWidthPx, lookOf, numbersOf, tableOf, valueDomain } from './series.ts'
import type { ChartSeries } from './series.ts'
import { Tip } from './Tip.tsx'

export type { ChartSeries } from './series.ts'

export type BarChartProps = {
  title: string
  /** What the names are, as the first column of the table: 部门, Month. */
  nameTitle: string
  names: readonly string[]
  series: readonly ChartSeries[]
  description?: string
  showDescription?: boolean
  target?: number
  format?: (value: number) => string
  /** Lying bars, for long names. */
  isLying?: boolean
  heightPx?: number
}

export function BarChart(props: BarChartProps) {
  const { title, nameTitle, names, series, target, isLying } = props
  const { locale } = useLocale()
  const words = useKitWords()
  const format = props.format ?? ((value) => value.toLocaleString(locale))
  const heightPx = props.heightPx ?? (isLying ? Math.max(120, names.length * (series.length * 14 + 16) + 28) : 240)
  const said = series.map(
    (one) => `${one.name}: ${names.map((name, at) => `${name} ${text(one.values[at], format)}`).join(', ')}`,
  )
  const table = tableOf({ nameTitle, names, series, target, targetTitle: words('chart.target'), format })
  return (
    <ChartFrame
      title={title}
      description={props.description ?? said.join('; ')}
      showDescription={props.showDescription}
      legend={series.map((one) => one.name)}
      table={table}
      isEmpty={numbersOf(series).length === 0}
      heightPx={heightPx}
    >
      {(place) => (
        <Bars
          {...props}
          {...place}
          description={props.description ?? said.join('; ')}
          heightPx={heightPx}
          format={format}
        />
      )}
    </ChartFrame>
  )
}

const text = (value: number | null | undefined, format: (value: number) => string) =>
  typeof value === 'number' ? format(value) : '–'

type BarsProps = Omit<BarChartProps, 'format'> & ChartPlace & { heightPx: number; format: (value: number) => string }

function Bars(props: BarsProps) {
  const { title, description, names, series, target, format, isLying, widthPx, heightPx, titleId, descriptionId } =
    props
  const id = useId()
  const [over, setOver] = useState<number | null>(null)
  const values = numbersOf(series)
  const domain = valueDomain(values, target)
  const side = isLying
    ? Math.min(labelWidthPx(names, fontPx) + 14, widthPx * 0.4)
    : labelWidthPx(scaleLinear<number>({ domain, nice: 5 }).ticks(5).map(format), fontPx) + 14
  const edge = { top: 8, right: isLying ? 40 : 4, bottom: 26, left: side }
  const inner = { width: Math.max(1, widthPx - edge.left - edge.right), height: heightPx - edge.top - edge.bottom }
  const value = scaleLinear<number>({ domain, range: isLying ? [0, inner.width] : [inner.height, 0], nice: 5 })
  const band = scaleBand<string>({
    domain: [...names],
    range: [0, isLying ? inner.height : inner.width],
    padding: 0.32,
  })
  const thickness = Math.min(band.bandwidth() / series.length, 28)
  const inset = (band.bandwidth() - thickness * series.length) / 2
  const every = labelEvery(names.length, inner.width, labelWidthPx(names, fontPx) + 12)
  const targetAt = target === undefined ? null : value(target)
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
          const box = event.currentTarget.getBoundingClientRect()
          const along = isLying ? event.clientY - box.top - edge.top : event.clientX - box.left - edge.left
          const at = Math.floor((along - band.step() * 0.16) / band.step())
          setOver(at >= 0 && at < names.length ? at : null)
        }}
      >
        <title id={titleId}>{title}</title>
        <desc id={descriptionId}>{description}</desc>
        <defs>
          {series.map((one, at) => (
            <Pattern key={one.name} id={`${id}-${at}`} look={lookOf(at)} />
          ))}
        </defs>
        <g transform={`translate(${edge.left} ${edge.top})`}>
          <GridLines scale={value} lengthPx={isLying ? inner.height : inner.width} isVertical={isLying} />
          {names.map((name, n) =>
            series.map((one, at) => {
              const figure = one.values[n]
              if (typeof figure !== 'number') return null
              const start = (band(name) ?? 0) + inset + at * thickness
              const zero = value(0)
              const end = value(figure)
              const box = isLying
                ? { x: Math.min(zero, end), y: start, width: Math.abs(end - zero), height: thickness - 2 }
                : { x: start, y: Math.min(zero, end), width: thickness - 2, height: Math.abs(end - zero) }
              const rounded = isLying
                ? { right: figure >= 0, left: figure < 0 }
                : { top: figure >= 0, bottom: figure < 0 }
              return (
                <BarRounded
                  key={`${name}-${one.name}`}
                  {...box}
                  {...rounded}
                  radius={Math.min(3, box.width / 2, box.height / 2)}
                  fill={`url(#${id}-${at})`}
                  opacity={over === null || over === n ? 1 : 0.45}
                />
              )
            }),
          )}
          {targetAt !== null && (
            <line
              {...(isLying
                ? { x1: targetAt, x2: targetAt, y1: 0, y2: inner.height }
                : { x1: 0, x2: inner.width, y1: targetAt, y2: targetAt })}
              stroke="var(--color-text)"
              strokeWidth="1.5"
              strokeDasharray="5 4"
            />
          )}
          {isLying && series.length === 1 && (
            <g
              fontSize={fontPx}
              fill="var(--color-text)"
              stroke="var(--color-surface)"
              strokeWidth="4"
              paintOrder="stroke"
            >
              {names.map((name, n) => {
                const figure = series[0]?.values[n]
                if (typeof figure !== 'number') return null
                return (
                  <text
                    key={name}
                    x={value(Math.max(0, figure)) + 6}
                    y={(band(name) ?? 0) + band.bandwidth() / 2}
                    dy="0.33em"
                  >
                    {format(figure)}
                  </text>
                )
              })}
            </g>
          )}
          {isLying ? <NameAxisLeft scale={band} /> : <ValueAxis scale={value} format={format} />}
          {isLying ? (
            <ValueAxisBelow scale={value} topPx={inner.height} format={format} />
          ) : (
            <NameAxis scale={band} topPx={inner.height} every={every} />
          )}
        </g>
      </svg>
      {over !== null && (
        <Tip
          title={names[over] ?? ''}
          lines={series.map((one) => ({ name: one.name, text: text(one.values[over], format) }))}
          xPx={
            isLying ? edge.left + inner.width / 2 : edge.left + (band(names[over] ?? '') ?? 0) + band.bandwidth() / 2
          }
          yPx={isLying ? edge.top + (band(names[over] ?? '') ?? 0) : edge.top}
          widthPx={widthPx}
          shape="area"
        />
      )}
    </>
  )
}
