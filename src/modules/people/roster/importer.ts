import type { Context } from '#kernel/context'
import type { Importer, ImportPlan, ImportRow } from '#kernel/importer'
import { changedMeanwhile, forbidden } from '#kernel/problems'
import { analyzeTables } from '#kernel/statistics'
import { applyRoster, readChart, soundOf } from '#modules/organisation'
import { readFileStates, writeFileStates } from '../store/files.ts'
import { rosterFields } from './fields.ts'
import { planRoster } from './plan.ts'

/** Takes a roster in: people with their file, their seats, and the units and positions the sheet brings. */
export const rosterImporter: Importer = { permission: 'people.import', fields: rosterFields, plan }

const manyRows = 500
const writtenTables = [
  'unit',
  'unit_version',
  'position',
  'position_version',
  'person',
  'assignment',
  'personnel_file',
] as const

async function plan(ctx: Context, rows: readonly ImportRow[]): Promise<ImportPlan> {
  if (!ctx.may('people.import', {})) throw forbidden({ permission: 'people.import' })
  const version = await structureVersion(ctx)
  const planned = planRoster({
    rows,
    chart: await readChart(ctx, ctx.today),
    files: await readFileStates(ctx),
    today: ctx.today,
    newId: () => ctx.newId(),
    soundOf,
  })
  return {
    ...planned,
    async apply() {
      await applyRoster(ctx, planned.chart)
      // nobody may have moved anything between planning and writing
      const current = await structureVersion(ctx)
      if (current !== version + 1) throw changedMeanwhile({ yours: version, current })
      await writeFileStates(ctx, planned.files)
      if (planned.created + planned.updated > manyRows) await analyzeTables(ctx, writtenTables)
    },
  }
}

async function structureVersion(ctx: Context): Promise<number> {
  const row = await ctx.db
    .selectFrom('tenant')
    .select('structure_version')
    .where('id', '=', ctx.tenantId)
    .executeTakeFirstOrThrow()
  return row.structure_version
}
