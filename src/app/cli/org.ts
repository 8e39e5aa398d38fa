import { writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { systemActor } from '#kernel/access'
import { say as words } from '#kernel/i18n'
import type { RowFault } from '#kernel/importer'
import { inTenant } from '#kernel/transaction'
import { checkFile, exportOrganisation, wholeSheets } from '#modules/organisation'
import { readWorkbook } from '#modules/transfer'
import { callerPath } from '../caller-path.ts'
import { refusal, tenantFor, withSession } from './session.ts'
import { cliLanguage, fail, say } from './terminal.ts'

const usage = 'remit org check FILE.xlsx [--json] | remit org export FILE.xlsx [--company SLUG]'

/** `remit org check FILE`: what is wrong with a workbook, without importing it. `remit org export FILE`: all that is kept. */
export async function org([verb, ...args]: string[]): Promise<void> {
  if (verb === 'check') return check(args)
  if (verb === 'export') return exportTo(args)
  fail(usage)
}

/** Needs neither data nor a running product: the file is looked at by itself. */
async function check(args: readonly string[]): Promise<void> {
  const file = args.find((arg) => !arg.startsWith('--'))
  if (!file) return fail(usage)
  const language = cliLanguage()
  try {
    const read = await readWorkbook(callerPath(file), basename(file), wholeSheets(), language)
    const faults = [...read.faults, ...checkFile(read.rows)]
    for (const fault of faults) tell(fault, args.includes('--json'))
    for (const sheet of read.unknown) say(`? ${sheet}`)
    if (faults.length > 0) process.exitCode = 1
    if (!args.includes('--json')) say(`${read.rows.length} rows, ${faults.length} problems`)
  } catch (error) {
    fail(refusal(error))
  }

  function tell(fault: RowFault, asJson: boolean): void {
    const { code, line, field } = fault
    const [module, name] = [code.slice(0, code.indexOf('.')), code.slice(code.indexOf('.') + 1)]
    const sentence = words(language, `${module}.faults.${name}`, fault.facts)
    const sheet = wholeSheets().find((one) => one.key === fault.sheet)?.titles[language]?.[0] ?? fault.sheet ?? ''
    if (asJson) say(JSON.stringify({ sheet, row: line, field, code, sentence }))
    else say(`✗ ${sheet} ${line}: ${sentence} [${code}]`)
  }
}

async function exportTo(args: readonly string[]): Promise<void> {
  await withSession(args, async ({ house, words: [file], company }) => {
    if (!file) return fail(usage)
    const tenantId = await tenantFor(house, company)
    const download = await inTenant(house, tenantId, systemActor(cliLanguage()), exportOrganisation)
    await writeFile(callerPath(file), download.body as Uint8Array)
    say(file)
  })
}
