import type { Context } from '#kernel/context'
import type { Importer } from '#kernel/importer'
import type { Language } from '#kernel/i18n'
import type { ImportRun, Preview } from '../contract.ts'
import { hasFaults, missingColumns } from '../problems.ts'
import { titleOf } from './titles.ts'
import { planImport } from './plan-import.ts'
import { readSheet, type Mapping, type Sheet } from './read-sheet.ts'

/** Runs work in a transaction of its own. */
export type Open = <T>(work: (ctx: Context) => Promise<T>) => Promise<T>
export type Source = {
  readonly kind: string
  readonly importer: Importer
  readonly path: string
  readonly fileName: string
  readonly mapping: Mapping | undefined
  readonly language: Language
}

/** What taking the file in would do: nothing is written. */
export async function preview(open: Open, source: Source): Promise<Preview> {
  const sheet = await sheetOf(source)
  const planned = await open((ctx) => planImport(ctx, source.importer, sheet, source.language))
  return planned.preview
}

/** Takes the file in whole, in one transaction, or not at all. The same file again finds nothing to change. */
export async function takeIn(open: Open, source: Source): Promise<ImportRun> {
  const sheet = await sheetOf(source)
  return open(async (ctx) => {
    const { preview: counts, plan } = await planImport(ctx, source.importer, sheet, source.language)
    if (!plan) throw missingColumns({ columns: titlesOf(source, counts.missing) })
    if (counts.faultyRows > 0) throw hasFaults({ faultyRows: counts.faultyRows })
    await plan.apply()
    const { rowCount, created, updated, unchanged } = counts
    const run = {
      id: ctx.newId(),
      kind: source.kind,
      fileName: source.fileName,
      rowCount,
      created,
      updated,
      unchanged,
      actorName: ctx.actor.name,
      at: ctx.now.toISOString(),
    }
    await ctx.db
      .insertInto('import_run')
      .values({
        tenant_id: ctx.tenantId,
        id: run.id,
        kind: run.kind,
        file_name: run.fileName,
        row_count: rowCount,
        created,
        updated,
        unchanged,
        account_id: ctx.actor.accountId,
        actor_name: run.actorName,
        at: ctx.now,
      })
      .execute()
    await ctx.audit({ action: 'transfer.import', target: `import/${run.id}`, after: run })
    await ctx.emit('transfer.imported', { importId: run.id, kind: run.kind })
    await ctx.announce('transfer')
    return run
  })
}

export function sheetOf(source: Source): Promise<Sheet> {
  return readSheet(source.path, source.fileName, source.importer, source.mapping, source.language)
}

function titlesOf({ importer, language }: Source, keys: readonly string[]): string {
  return importer.fields
    .filter((field) => keys.includes(field.key))
    .map((field) => titleOf(language, field))
    .join(language === 'en' ? ', ' : '、')
}
