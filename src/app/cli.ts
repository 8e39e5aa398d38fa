const help = `remit <verb> …

  start [options]                     start the product (start --help)
  import roster FILE.xlsx|csv         people, units and positions from a spreadsheet
  import organisation FILE.xlsx       units, positions, people, seats and lines with their history, from a workbook
  import responsibilities FILE        responsibilities, indicators and duties from a spreadsheet
      --dry-run  look only            --company SLUG  which company, if there are several
  org export FILE.xlsx                all of that as a workbook, which import takes back in without loss
  org check FILE.xlsx                 what is wrong with such a workbook, without importing it; --json one object a line
  library import onet DIR             job profiles of O*NET, from a folder of its tables
  overlap FILE.tsv                    pairs of statements (columns unit, id, text) that look like the same work, best first
      --top N  only the best         --json  one object a line      --least 0.4  how alike at least
  calc formula                        computes lines {"formula", "inputs"} from stdin, each with its steps or its error
  payroll calc FILE.json [--explain]  slips of the people of a file, without a database
  flow check FILE                     is a flow (own JSON or BPMN 2.0) sound; --json for programs
      --step X --before Y  can Y be reached without X
  flow run FILE SCENARIO.json         plays scripted decisions through a flow
  flow attempts                       refused tries to get around steps that cannot be skipped
  flow verify                         tells every request again from its log and compares
  tenant add SLUG NAME                one more company on this installation
  invite LOGIN [--company SLUG]       a one-time link by which an account sets its password

  --data DIR or REMIT_DATA, and DATABASE_URL, as for start
`

type Verb = (args: string[]) => Promise<void>

// each fetched when it is called: comparing a table needs neither database nor modules
const verbs: Readonly<Record<string, () => Promise<Verb>>> = {
  start: async () => (await import('./start.ts')).start,
  import: async () => (await import('./cli/import.ts')).importSpreadsheet,
  org: async () => (await import('./cli/org.ts')).org,
  library: async () => (await import('./cli/library.ts')).importLibrary,
  tenant: async () => (await import('./cli/tenant.ts')).addTenant,
  invite: async () => (await import('./cli/invite.ts')).invite,
  flow: async () => (await import('./cli/flow.ts')).flow,
  overlap: async () => (await import('./cli/overlap.ts')).overlap,
  calc: async () => (await import('./cli/calc.ts')).calc,
  payroll: async () => (await import('./cli/payroll.ts')).payroll,
}

const [verb = 'help', ...args] = process.argv.slice(2)
const load = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined
if (load) await (await load())(args)
else {
  process.stdout.write(help)
  process.exitCode = verb === 'help' || verb === '--help' ? 0 : 2
}
