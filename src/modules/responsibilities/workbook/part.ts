import { sql } from 'kysely'
import type { Context } from '#kernel/context'
import type { PartRows, WorkbookPart } from '#modules/organisation'
import { checkSheets } from './check.ts'
import { contentSheets } from './content-sheets.ts'
import { holdingSheet } from './holding-sheet.ts'
import { figureSheets } from './figure-sheets.ts'
import { versionSheets } from './version-sheets.ts'

/** Responsibilities with all their versions, and who holds them, as sheets of the workbook of the whole organisation. */
export const workbookPart: WorkbookPart = {
  module: 'responsibilities',
  permission: 'responsibilities.edit',
  sheets: [...versionSheets, ...contentSheets, ...figureSheets, holdingSheet],
  check: checkSheets,
  wrote,
}

async function wrote(ctx: Context, written: PartRows): Promise<void> {
  const versions = (written['responsibilityVersions'] ?? []).filter((row) => row['from'] !== null)
  const codes = versions.map((row) => String(row['responsibility']))
  const rows = await ctx.db
    .selectFrom('responsibility')
    .select(['id', 'code'])
    .where('tenant_id', '=', ctx.tenantId)
    .where(sql<boolean>`code = any(${codes}::text[])`)
    .execute()
  const ids = new Map(rows.map(({ id, code }) => [code, id]))
  const counts = Object.fromEntries(Object.entries(written).map(([sheet, own]) => [sheet, own.length]))
  await ctx.audit({ action: 'responsibilities.import', target: 'responsibilities', after: counts })
  for (const row of versions)
    await ctx.emit('responsibilities.version-corrected', {
      responsibilityId: ids.get(String(row['responsibility'])) ?? '',
      versionId: row.id ?? '',
      from: String(row['from']),
    })
  await ctx.announce('responsibilities')
}
