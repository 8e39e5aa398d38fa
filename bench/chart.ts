import { gzipSync } from 'node:zlib'
import type { AddressInfo } from 'node:net'
import { chromium, type Page } from 'playwright-core'
import { layOut, plant } from '#core/chart'
import { createHttp } from '#kernel/http'
import { createTenant } from '#modules/base'
import { buildWeb } from '../src/app/build-web.ts'
import { serveWeb } from '../src/app/serve-web.ts'
import { boxesOf } from '../src/modules/organisation/boxes.ts'
import type { OrgChart } from '../src/modules/organisation/contract.ts'
import { installedBrowser } from '../test/find-browser.ts'
import { seedChart } from './chart-seed.ts'
import { figure, median, quantile, type Figure } from './measure.ts'
import { sessionFor, type Place } from './place.ts'

const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking']

/** A chart of 10,000 positions: read by its route, laid out, then drawn and panned in a browser. */
export async function benchChart(place: Place, builtPages?: string): Promise<Figure[]> {
  const tenantId = await createTenant(place.house, { slug: 'chart', name: 'Chart', language: 'zh-CN' })
  const accountId = await seedChart(place.database.owner, tenantId)
  const token = await sessionFor(place.house, tenantId, accountId)
  const http = await createHttp(place.house)
  if (!builtPages) await buildWeb()
  await serveWeb(http, builtPages)
  await http.listen({ port: 0, host: '127.0.0.1' })
  try {
    const address = `http://127.0.0.1:${(http.server.address() as AddressInfo).port}`
    const read = await readRoute(address, token)
    return [...read.figures, ...layoutFigures(read.chart), ...(await browserFigures(address, token))]
  } finally {
    await http.close()
  }
}

async function readRoute(address: string, token: string): Promise<{ chart: OrgChart; figures: Figure[] }> {
  const times: number[] = []
  let text = ''
  for (let round = 0; round < 8; round += 1) {
    const began = performance.now()
    const response = await fetch(`${address}/api/org-chart`, { headers: { cookie: `sid=${token}` } })
    text = await response.text()
    if (round > 1) times.push(performance.now() - began)
  }
  const detail = { rawKib: Math.round(text.length / 1024) }
  return {
    chart: JSON.parse(text) as OrgChart,
    figures: [
      figure('chart of 10,000 positions and people: the route', median(times), 'ms', { atMost: 500 }, { times }),
      figure('its answer, gzip', gzipSync(text).length / 1024, 'KiB', { atMost: 900 }, detail),
    ],
  }
}

function layoutFigures(chart: OrgChart): Figure[] {
  const { nodes } = boxesOf(chart, 'position')
  const times = { plant: [] as number[], down: [] as number[], right: [] as number[], list: [] as number[] }
  for (let round = 0; round < 15; round += 1) {
    const timed = <T>(name: keyof typeof times, work: () => T): T => {
      const began = performance.now()
      const result = work()
      times[name].push(performance.now() - began)
      return result
    }
    const forest = timed('plant', () => plant(nodes))
    for (const arrangement of ['down', 'right', 'list'] as const)
      timed(arrangement, () => layOut(forest, () => true, arrangement))
  }
  const first = times.plant[0]! + times.down[0]!
  return [
    figure(
      'layout of 10,000 open boxes',
      median(times.plant) + median(times.down),
      'ms',
      { atMost: 50 },
      {
        firstCall: first,
        right: median(times.right),
        list: median(times.list),
      },
    ),
  ]
}

async function browserFigures(address: string, token: string): Promise<Figure[]> {
  const executablePath = installedBrowser()
  if (!executablePath) return []
  const browser = await chromium.launch({ executablePath, args: flags })
  try {
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      baseURL: address,
      locale: 'zh-CN',
    })
    await context.addCookies([{ name: 'sid', value: token, url: address }])
    const page = await context.newPage()
    await page.addInitScript({ content: markFirstPaint })
    const firsts: number[] = []
    for (let round = 0; round < 4; round += 1) {
      await page.goto('/organisation/chart?by=position')
      const ms = await firstPaint(page)
      // the first visit also fetches and compiles the pages
      if (round > 0) firsts.push(ms)
    }
    const near = await panFrames(page)
    await openAll(page)
    const all = await panFrames(page)
    const items = await page.getByRole('treeitem').count()
    await page.keyboard.press('0')
    const whole = await panFrames(page)
    return [
      figure('first paint after its data, 10,000 positions', median(firsts), 'ms', { atMost: 500 }, { firsts }),
      figure('panning: p95 of frames', quantile(near.frames, 0.95), 'ms', { atMost: 34 }, { cpuPerMove: near.cpu }),
      figure(
        'panning with all 10,000 open: p95 of frames',
        quantile(all.frames, 0.95),
        'ms',
        { atMost: 34 },
        {
          cpuPerMove: all.cpu,
          items,
        },
      ),
      figure(
        'panning with all 10,000 in view: p95 of frames',
        quantile(whole.frames, 0.95),
        'ms',
        { atMost: 50 },
        {
          cpuPerMove: whole.cpu,
        },
      ),
    ]
  } finally {
    await browser.close()
  }
}

// What runs in the page stands as text: this program knows no DOM.

/** Remembers when a canvas first got words and was drawn. */
const markFirstPaint = `{
  const write = CanvasRenderingContext2D.prototype.fillText
  CanvasRenderingContext2D.prototype.fillText = function (...given) {
    if (this.canvas.isConnected && globalThis.firstPaint === undefined) {
      globalThis.firstPaint = -1
      requestAnimationFrame(() => setTimeout(() => (globalThis.firstPaint = performance.now())))
    }
    return write.apply(this, given)
  }
}`

/** Milliseconds from the end of the answer to that moment; null before. */
const sinceData = `(() => {
  const data = performance.getEntriesByType('resource').find((entry) => entry.name.includes('/api/org-chart'))
  return globalThis.firstPaint > 0 && data ? globalThis.firstPaint - data.responseEnd : null
})()`

const watchFrames = `{
  globalThis.frames = []
  globalThis.isPanning = true
  let before = performance.now()
  const next = () => {
    const now = performance.now()
    globalThis.frames.push(now - before)
    before = now
    if (globalThis.isPanning) requestAnimationFrame(next)
  }
  requestAnimationFrame(next)
}`

const framesSeen = '((globalThis.isPanning = false), globalThis.frames.slice(2))'

async function firstPaint(page: Page): Promise<number> {
  for (;;) {
    const ms = await page.evaluate<number | null>(sinceData)
    if (ms !== null) return ms
    await page.waitForTimeout(50)
  }
}

async function openAll(page: Page): Promise<void> {
  await page.getByRole('button', { name: '展开层级' }).click()
  await page.getByRole('menuitem', { name: '全部展开' }).click()
  await page.waitForTimeout(800)
  await page.getByRole('treeitem').first().focus()
}

/** Drags over the chart for a second and a half, and tells how long each frame took. */
async function panFrames(page: Page): Promise<{ frames: number[]; cpu: number }> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  const taskMs = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000
  }
  await page.mouse.move(900, 700)
  await page.mouse.down()
  await page.evaluate(watchFrames)
  const before = await taskMs()
  const moves = 90
  for (let move = 0; move < moves; move += 1) await page.mouse.move(900 - move * 6, 700 - move * 3)
  const cpu = ((await taskMs()) - before) / moves
  const frames = await page.evaluate<number[]>(framesSeen)
  await page.mouse.up()
  return { frames, cpu }
}
