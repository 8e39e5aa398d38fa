import type { Input } from '#core/contract'
import type { Download } from '#kernel/bind'
import type { Context } from '#kernel/context'
import { say } from '#kernel/i18n'
import { renderPdf } from '#kernel/pdf'
import { inTransaction } from '#kernel/transaction'
import { boxesOf } from '../boxes.ts'
import type { Say } from '../chart-card.ts'
import { gapColours, tonesOf } from '../chart-facts.ts'
import type { OrgChart, routes } from '../contract.ts'
import { packChart } from '../pack-chart.ts'
import { soundOf } from '../pinyin.ts'
import { chartPages, type ChartPaper } from './chart-pages.ts'
import { chartDotted, chartSeats, chartUnits, companyName } from '../store/chart.ts'

/** Every unit, position and seat of a day that the asker may see, in columns. */
export async function readOrgChart(
  ctx: Context,
  { on = ctx.today }: Input<typeof routes.readOrgChart>,
): Promise<OrgChart> {
  const units = await chartUnits(ctx, on)
  const seats = await chartSeats(ctx, on)
  return packChart(on, units, seats, await chartDotted(ctx, on), knownSound)
}

/** The chart of a day on paper. It is read in a short transaction and drawn outside of it. */
export async function printOrgChart(
  ctx: Context,
  { on, by, level, paper, gap }: Input<typeof routes.printOrgChart>,
): Promise<Download> {
  const { columns, tenant } = await inTransaction(ctx, async (inner) => ({
    columns: await readOrgChart(inner, { on }),
    tenant: await companyName(inner),
  }))
  const words = wordsFor(ctx)
  const data = boxesOf(columns, by)
  const kind = words(`screens.chart.by.${by}`)
  const colours = gap && by !== 'person' ? gapColours(data, words) : undefined
  return chartFile(ctx, {
    data,
    title: words('screens.chart.titleBy', { tenant, kind }),
    note: words('screens.asOf', { day: columns.day }),
    fileName: `${words('menu.chart')}-${kind}-${columns.day}`,
    level,
    paper,
    ...(colours ? { colours, legend: tonesOf(colours, 'gap', words) } : {}),
  })
}

/** Any chart as a PDF of landscape pages, in the language of who asks. Call it outside of a transaction. */
export async function chartFile(
  ctx: Context,
  { fileName, ...chart }: Omit<ChartPaper, 'language' | 'createdAt' | 'say'> & { readonly fileName: string },
): Promise<Download> {
  const document = chartPages({ ...chart, language: ctx.language, createdAt: ctx.now, say: wordsFor(ctx) })
  return { name: `${fileName}.pdf`, mediaType: 'application/pdf', body: await renderPdf(document) }
}

function wordsFor({ language }: Context): Say {
  return (key, values) => say(language, `organisation.${key}`, values)
}

/** Names of units and positions come again and again, and pinyin takes its time. */
function knownSound(name: string): string {
  const known = sounds.get(name)
  if (known !== undefined) return known
  if (sounds.size > mostSounds) sounds.clear()
  const sound = soundOf(name)
  sounds.set(name, sound)
  return sound
}

const mostSounds = 20_000
const sounds = new Map<string, string>()
