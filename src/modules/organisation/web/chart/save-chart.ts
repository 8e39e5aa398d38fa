import { drawChart, foldsBelow, paperColours, sheetOf, svgOf, type Layout, type LegendEntry } from '#core/chart'
import type { Say } from '../../chart-card.ts'
import { extrasOf, legendOf } from '../../chart-picture.ts'
import type { ChartData } from '../../contract/chart.ts'
import { measureIn } from './measure.ts'
import type { ChartCards } from './use-chart-cards.ts'
import type { Folding } from './use-folding.ts'

export type ChartToSave = {
  heading: { title: string; note: string }
  fileName: string
  data: ChartData
  folding: Folding
  layout: Layout
  cards: ChartCards
  legend: readonly LegendEntry[]
  say: Say
}

/** Hands the chart as it lies on the screen to the browser as a file: light, with its title and legend. */
export async function saveChart(kind: 'svg' | 'png', chart: ChartToSave): Promise<void> {
  const svg = svgText(chart)
  const blob = kind === 'svg' ? new Blob([svg.text], { type: 'image/svg+xml' }) : await picture(svg)
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = `${chart.fileName}.${kind}`
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

function svgText({ heading, data, folding, layout, cards, legend, say }: ChartToSave) {
  const dress = { colours: paperColours, fontFamily: getComputedStyle(document.body).fontFamily }
  const measure = measureIn(dress.fontFamily)
  const { forest } = folding
  const drawing = drawChart({
    forest,
    layout,
    cardOf: cards.card,
    measure,
    extras: extrasOf(data, forest),
    foldedWord: (number) => foldsBelow(forest, number),
  })
  const sheet = sheetOf(drawing, { ...heading, legend: legendOf(data, legend, say) }, measure)
  return { text: svgOf(sheet, dress, heading.title), width: sheet.width, height: sheet.height }
}

async function picture({ text, width, height }: { text: string; width: number; height: number }): Promise<Blob> {
  const scale = Math.min(2, mostEdge / width, mostEdge / height, Math.sqrt(mostPixels / (width * height)))
  const source = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = source
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(width * scale))
    canvas.height = Math.max(1, Math.round(height * scale))
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the browser made no picture'))), 'image/png')
    })
  } finally {
    URL.revokeObjectURL(source)
  }
}

/** Above these browsers give an empty picture. */
const mostEdge = 16_000
const mostPixels = 120_000_000
