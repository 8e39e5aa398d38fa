// Measures what the product promises and writes bench/results/*.json: `npm run bench`, or `npm run bench -- import` for a part.
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { benchChart } from './chart.ts'
import { benchDraft } from './draft.ts'
import { benchDuties } from './duties.ts'
import { benchFacts } from './facts.ts'
import { benchFormula } from './formula.ts'
import { benchFlow } from './flow.ts'
import { benchFlowCrash } from './flow-crash.ts'
import { benchFlowRace } from './flow-race.ts'
import { benchFlowRun } from './flow-run.ts'
import { benchImport } from './import.ts'
import { benchIndicators } from './indicators.ts'
import { benchOverlap } from './overlap.ts'
import { benchOrganisation } from './organisation.ts'
import { openPlace, type Place } from './place.ts'
import { benchPayRun } from './pay-run.ts'
import { benchPayroll } from './payroll.ts'
import { benchReports } from './reports.ts'
import { benchRequests } from './requests.ts'
import { benchStart } from './start.ts'
import type { Figure } from './measure.ts'

const parts: Readonly<Record<string, (place: Place) => Promise<Figure[]>>> = {
  requests: benchRequests,
  import: benchImport,
  facts: benchFacts,
  indicators: benchIndicators,
  duties: benchDuties,
  formula: benchFormula,
  payroll: benchPayroll,
  'pay-run': benchPayRun,
  reports: benchReports,
  organisation: benchOrganisation,
  draft: benchDraft,
  overlap: benchOverlap,
  chart: benchChart,
  flow: benchFlow,
  'flow-run': benchFlowRun,
  'flow-race': benchFlowRace,
  'flow-crash': benchFlowCrash,
  start: benchStart,
}

const wanted = process.argv.slice(2)
const results = join(import.meta.dirname, 'results')
mkdirSync(results, { recursive: true })
for (const [name, run] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  const place = await openPlace()
  try {
    const figures = await run(place)
    for (const one of figures)
      process.stdout.write(`${one.isMet ? '✓' : '✗'} ${one.name}: ${one.value} ${one.unit} (${one.bar})\n`)
    const machine = {
      cores: cpus().length,
      memoryGigabytes: Math.round(totalmem() / 2 ** 30),
      node: process.versions.node,
    }
    writeFileSync(
      join(results, `${name}.json`),
      `${JSON.stringify({ at: new Date().toISOString().slice(0, 10), machine, figures }, null, 2)}\n`,
    )
  } finally {
    await place.close()
  }
}
