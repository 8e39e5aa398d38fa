import { basename } from 'node:path'
import { systemActor } from '#kernel/access'
import { inTenant } from '#kernel/transaction'
import { importerFor, preview, takeIn, type Open } from '#modules/transfer'
import { callerPath } from '../caller-path.ts'
import { tenantFor, withSession } from './session.ts'
import { cliLanguage, fail, say } from './terminal.ts'

/** `remit import roster|organisation|responsibilities FILE [--dry-run]`: prints every bad row and why; takes all or nothing. */
export async function importSpreadsheet(args: string[]): Promise<void> {
  await withSession(args, async ({ house, words, company, isDryRun }) => {
    const [kind, file] = words
    if (!kind || !file)
      return fail('remit import roster|organisation|responsibilities FILE [--dry-run] [--company SLUG]')
    const tenantId = await tenantFor(house, company)
    const language = cliLanguage()
    const open: Open = (work) => inTenant(house, tenantId, systemActor(language), work)
    const importer = await open(async (ctx) => importerFor(ctx, kind))
    const source = { kind, importer, path: callerPath(file), fileName: basename(file), mapping: undefined, language }
    const counts = await preview(open, source)
    for (const title of counts.missing) fail(`✗ ${title}: no such column`)
    for (const fault of counts.faults) fail(`✗ ${fault.sheet ? `${fault.sheet} ` : ''}${fault.line}: ${fault.message}`)
    say(
      `${counts.rowCount} rows: ${counts.created} new, ${counts.updated} changed, ${counts.unchanged} unchanged, ${counts.faultyRows} faulty`,
    )
    if (isDryRun || counts.faultyRows > 0 || counts.missing.length > 0) return
    await takeIn(open, source)
    say('Taken in.')
  })
}
