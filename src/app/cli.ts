import { importSpreadsheet } from './cli/import.ts'
import { importLibrary } from './cli/library.ts'
import { addTenant } from './cli/tenant.ts'
import { invite } from './cli/invite.ts'
import { start } from './start.ts'

const help = `remit <verb> …

  start [options]                     start the product (start --help)
  import roster FILE.xlsx|csv         people, units and positions from a spreadsheet
  import responsibilities FILE        responsibilities, indicators and duties from a spreadsheet
      --dry-run  look only            --company SLUG  which company, if there are several
  library import onet DIR             job profiles of O*NET, from a folder of its tables
  tenant add SLUG NAME                one more company on this installation
  invite LOGIN [--company SLUG]       a one-time link by which an account sets its password

  --data DIR or REMIT_DATA, and DATABASE_URL, as for start
`

const verbs: Readonly<Record<string, (args: string[]) => Promise<void>>> = {
  start,
  import: importSpreadsheet,
  library: importLibrary,
  tenant: addTenant,
  invite,
}

const [verb = 'help', ...args] = process.argv.slice(2)
const run = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined
if (run) await run(args)
else {
  process.stdout.write(help)
  process.exitCode = verb === 'help' || verb === '--help' ? 0 : 2
}
