import { readFileSync } from 'node:fs'
import pg from 'pg'
import { makeTemplate } from '../test/postgres/template.ts'
import { openIndicatorBench, percentile } from './.indicators-tmp.ts'
const server = await makeTemplate({ connectionString: readFileSync('/tmp/devpg.url','utf8').trim() })
const bench = await openIndicatorBench(server, { people: Number(process.argv[2] ?? 5000), facts: Number(process.argv[3] ?? 1e6) })
const url = new URL(readFileSync('/tmp/devpg.url','utf8').trim())
const admin = new pg.Client({ host: url.searchParams.get('host')!, port: Number(url.port), user: decodeURIComponent(url.username), password: decodeURIComponent(url.password), database: bench.database })
await admin.connect()
const backends = async () => (await admin.query(`select pid from pg_stat_activity where datname = $1 and pid <> pg_backend_pid()`, [bench.database])).rows.map((r) => r.pid)
const ticks = (pid: number) => { try { const f = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' '); return (Number(f[11]) + Number(f[12])) * 10 } catch { return 0 } }
const cpu = async () => { let sum = 0; for (const pid of await backends()) sum += ticks(pid); return sum }
async function measure(name: string, n: number, run: (n: number) => Promise<unknown>) {
  await run(Math.ceil(n / 4))
  const a = process.cpuUsage(), d = await cpu(), t = performance.now()
  await run(n)
  const b = process.cpuUsage(a), e = await cpu()
  console.log(name.padEnd(30), 'node cpu', ((b.user + b.system) / 1000 / n).toFixed(1), 'ms  pg cpu', ((e - d) / n).toFixed(1), 'ms  wall', ((performance.now() - t) / n).toFixed(0))
}
try {
  await measure('manager month', 60, (n) => bench.board('manager', 'period=month', n))
  //  await measure('manager week', 60, (n) => bench.board('manager', 'period=week', n))
  //  await measure('manager year', 20, (n) => bench.board('manager', 'period=year', n))
  await measure('hr branch 500 month', 30, (n) => bench.board('hr', `period=month&unitId=${bench.units.branch}`, n))
  //  await measure('hr branch 500 quarter', 10, (n) => bench.board('hr', `period=quarter&unitId=${bench.units.branch}`, n))
  //  await measure('figure', 40, (n) => bench.figure(n))
  //  await measure('record 500', 60, (n) => bench.record({ batches: n, atOnce: 1 }))
} finally { await admin.end(); await bench.close() }
