import type { Page } from 'playwright-core'

/** Milliseconds that the page's main thread worked during `deed`; waiting does not count, nor do other programs. */
export async function cpuMs(page: Page, deed: () => Promise<unknown>): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const before = await taskSeconds(session)
  await deed()
  const after = await taskSeconds(session)
  await session.detach()
  return (after - before) * 1000
}

/**
 * How many times slower than at its best this machine is now: others on the same cores make even counted CPU time
 * longer. Measured by drawing plain elements, the same kind of work as what is judged; never below 1.
 */
export async function slowness(page: Page): Promise<number> {
  return Math.max(1, (await cpuMs(page, () => page.evaluate(plainWork))) / quietMs)
}

// The least of 40 measurements on two cores of a server of 2026.
const quietMs = 40

const plainWork = `(async () => {
  const place = document.body.appendChild(document.createElement('div'))
  for (let round = 0; round < 5; round++) {
    place.innerHTML = ('<div>' + '<span style="padding:1px">1234</span>'.repeat(8) + '</div>').repeat(50)
    place.offsetHeight
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
  }
  place.remove()
})()`

type Session = Awaited<ReturnType<ReturnType<Page['context']>['newCDPSession']>>

async function taskSeconds(session: Session): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return metrics.find((one) => one.name === 'TaskDuration')?.value ?? 0
}
