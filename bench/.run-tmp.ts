import { readFileSync } from 'node:fs'
import pg from 'pg'
import { makeTemplate } from '../test/postgres/template.ts'
import { openIndicatorBench, percentile } from './indicators.ts'
const server = await makeTemplate({ connectionString: readFileSync('/tmp/devpg.url', 'utf8').trim() })
console.time('open')
const bench = await openIndicatorBench(server, {
  people: Number(process.argv[2] ?? 5000),
  facts: Number(process.argv[3] ?? 1e6),
})
console.timeEnd('open')
try {
  const show = (name: string, ms: number[]) =>
    console.log(
      name.padEnd(34),
      'p50',
      percentile(ms, 0.5).toFixed(0),
      'p95',
      percentile(ms, 0.95).toFixed(0),
      'max',
      ms.at(-1)!.toFixed(0),
    )
  const n = 40
  const all = async () => {
    show('manager month (49 people)', await bench.board('manager', 'period=month', n))
    show('manager week', await bench.board('manager', 'period=week', n))
    show('manager year', await bench.board('manager', 'period=year', n))
    show('hr team month (50)', await bench.board('hr', `period=month&unitId=${bench.units.team}`, n))
    show('hr branch month (500)', await bench.board('hr', `period=month&unitId=${bench.units.branch}`, n))
    show('hr branch quarter (500)', await bench.board('hr', `period=quarter&unitId=${bench.units.branch}`, 20))
    show('figure', await bench.figure(n))
    for (const atOnce of [1, 2, 4])
      console.log('facts/s', atOnce, Math.round(await bench.record({ batches: 60, atOnce })))
  }
  const { createServer } = await import('node:http')
  await all()
  // wait for commands
  const s = createServer(async (req, res) => {
    if (req.url === '/again') {
      await all()
      res.end('ok')
    } else {
      res.end('bye')
      s.close()
      done()
    }
  })
  let done = () => {}
  s.listen(0, '127.0.0.1', () => console.log('port', (s.address() as any).port))
  await new Promise<void>((r) => (done = r))
} finally {
  await bench.close()
}
