import type { Context } from '#kernel/context'
import type { Importer, ImportPlan, ImportRow } from '#kernel/importer'
import { changedMeanwhile } from '#kernel/problems'
import { analyzeTables } from '#kernel/statistics'
import { bumpStructure } from '#modules/base'
import { requireEdit } from '../service/require-edit.ts'
import { readWorkbookRows, writeWorkbookRows } from '../store/workbook.ts'
import { checkWorkbook } from './check.ts'
import { planWorkbook } from './plan.ts'
import { readRows } from './read-rows.ts'
import { workbookSheets } from './sheets.ts'

/** Takes a whole organisation in: units, positions, people, seats and lines, each with its history. */
export const organisationImporter: Importer = {
  permission: 'organisation.edit',
  fields: [],
  sheets: workbookSheets,
  plan,
}

const manyRows = 500
const writtenTables = [
  'unit',
  'unit_version',
  'position',
  'position_version',
  'person',
  'assignment',
  'dotted_line',
] as const

async function plan(ctx: Context, rows: readonly ImportRow[]): Promise<ImportPlan> {
  requireEdit(ctx, null)
  const version = await structureVersion(ctx)
  const { workbook, faults } = readRows(rows)
  const planned = planWorkbook(await readWorkbookRows(ctx), workbook)
  const { created, updated, unchanged } = planned
  return {
    // what refers to a row that could not be read would only repeat its fault
    faults: faults.length > 0 ? faults : checkWorkbook(planned.merged),
    created,
    updated,
    unchanged,
    async apply() {
      await bumpStructure(ctx)
      // nobody may have moved anything between planning and writing
      const current = await structureVersion(ctx)
      if (current !== version + 1) throw changedMeanwhile({ yours: version, current })
      const personIds = await writeWorkbookRows(ctx, planned)
      if (created + updated > manyRows) await analyzeTables(ctx, writtenTables)
      const counts = { created, updated, unchanged }
      await ctx.audit({ action: 'organisation.roster-applied', target: 'organisation', after: counts })
      await ctx.emit('organisation.roster-applied', { personIds })
      await ctx.announce('organisation')
    },
  }
}

async function structureVersion(ctx: Context): Promise<number> {
  const { structure_version } = await ctx.db
    .selectFrom('tenant')
    .select('structure_version')
    .where('id', '=', ctx.tenantId)
    .executeTakeFirstOrThrow()
  return structure_version
}
