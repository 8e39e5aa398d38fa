import { reachOfActor } from '#kernel/access'
import type { Download } from '#kernel/bind'
import type { Context } from '#kernel/context'
import { say } from '#kernel/i18n'
import { forbidden } from '#kernel/problems'
import { writeWorkbook } from '#kernel/spreadsheet'
import { readWorkbookRows } from '../store/workbook.ts'
import { contributedParts } from '../workbook/part.ts'
import { readPart } from '../workbook/part-plan.ts'
import { writtenPart, writtenSheets } from '../workbook/write-rows.ts'

// the file holds contacts and absences too: leaving them out would empty them when it is taken back in
const needed = ['organisation.edit', 'organisation.read-contact', 'organisation.read-absence'] as const

/** The whole organisation with its history as one workbook, which the importer takes back in without loss. */
export async function exportOrganisation(ctx: Context): Promise<Download> {
  for (const permission of needed) if (!reachOfActor(ctx.actor, permission).all) throw forbidden({ permission })
  const sheets = writtenSheets(await readWorkbookRows(ctx), ctx.language)
  // a sheet that is not there changes nothing when the file is taken back in
  for (const part of contributedParts())
    if (ctx.isOn(part.module) && reachOfActor(ctx.actor, part.permission).all)
      sheets.push(...writtenPart(part.sheets, await readPart(ctx, part), ctx.language))
  return {
    name: `${say(ctx.language, 'organisation.title')} ${ctx.today}.xlsx`,
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    body: await writeWorkbook(sheets),
  }
}
