// Runs as a process of its own with a bounded heap, so that the worst a file can do is end it.
import { detect } from './detect.ts'
import { readCsv } from './read-csv.ts'
import { readXlsx } from './read-xlsx.ts'
import { rowSink } from './row-sink.ts'
import { bytesSource, fileSource, readAll } from './source.ts'
import { refusalOf, type SheetRow, type SpreadsheetLimits, type SpreadsheetRefusal } from './table.ts'

export type ChildTask = { path?: string; extension: string; sheet?: string; limits: SpreadsheetLimits }
/** One line of JSON each; the last is `done` or `refusal`. */
export type ChildMessage = { rows: SheetRow[] } | { done: { sheets?: string[] } } | { refusal: SpreadsheetRefusal }

const task = JSON.parse(process.argv[2]!) as ChildTask
try {
  say({ done: await run() })
} catch (error) {
  say({ refusal: refusalOf(error) })
}
// an upload that wasn't read to its end must not keep a finished child alive
process.stdout.write('', () => process.exit(0))

async function run(): Promise<{ sheets?: string[] }> {
  const { limits } = task
  const source =
    task.path === undefined ? bytesSource(await readAll(process.stdin, limits.fileBytes)) : fileSource(task.path)
  const sink = rowSink(limits, (rows) => say({ rows }))
  if ((await detect(source, task.extension)) === 'xlsx')
    return { sheets: await readXlsx(source, limits, task.sheet, sink) }
  await readCsv(source, limits, sink)
  return {}
}

function say(message: ChildMessage): void {
  process.stdout.write(`${JSON.stringify(message)}\n`)
}
