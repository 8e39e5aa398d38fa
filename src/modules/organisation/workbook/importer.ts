import type { Context } from '#kernel/context'
import type { Importer, ImportPlan, ImportRow, RowFault } from '#kernel/importer'
import { reachOfActor } from '#kernel/access'
import { changedMeanwhile, forbidden, moduleOff } from '#kernel/problems'
import { analyzeTables } from '#kernel/statistics'
import { bumpStructure } from '#modules/base'
import { requireEdit } from '../service/require-edit.ts'
import { readWorkbookRows, writeWorkbookRows } from '../store/workbook.ts'
import { checkWorkbook } from './check.ts'
import { contributedParts, type PartRow, type PartRows, type WorkbookPart } from './part.ts'
import { checkPart, knownOf, planPart, readPart, readPartRows, writePart } from './part-plan.ts'
import { planWorkbook, type SheetsPlan } from './plan.ts'
import { readRows } from './read-rows.ts'
import { wholeSheets } from './whole-sheets.ts'

/** Takes a whole organisation in: units, positions, people, seats and lines, each with its history. */
export const organisationImporter: Importer = {
  permission: 'organisation.edit',
  fields: [],
  get sheets() {
    return wholeSheets()
  },
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
  const further = await planParts(ctx, rows)
  const all = [planned, ...further.map(({ plan: one }) => one)]
  const sum = (what: 'created' | 'updated' | 'unchanged') => all.reduce((total, one) => total + one[what], 0)
  const [created, updated, unchanged] = [sum('created'), sum('updated'), sum('unchanged')]
  const unreadable = [...faults, ...further.flatMap((one) => one.faults)]
  const known = knownOf([planned.merged as unknown as PartRows, ...further.map(({ plan: one }) => one.merged)])
  return {
    // what refers to a row that could not be read would only repeat its fault
    faults:
      unreadable.length > 0
        ? unreadable
        : [...checkWorkbook(planned.merged), ...further.flatMap(({ part, plan: one }) => checkPart(part, one, known))],
    created,
    updated,
    unchanged,
    async apply() {
      await bumpStructure(ctx)
      // nobody may have moved anything between planning and writing
      const current = await structureVersion(ctx)
      if (current !== version + 1) throw changedMeanwhile({ yours: version, current })
      const personIds = await writeWorkbookRows(ctx, planned)
      for (const one of further) await writePart(ctx, one.part, one.plan)
      if (created + updated > manyRows) await analyzeTables(ctx, writtenTables)
      const counts = { created, updated, unchanged }
      await ctx.audit({ action: 'organisation.roster-applied', target: 'organisation', after: counts })
      await ctx.emit('organisation.roster-applied', { personIds })
      await ctx.announce('organisation')
    },
  }
}

/** What other modules add, each for whoever may change all of it. */
async function planParts(ctx: Context, rows: readonly ImportRow[]) {
  const plans: { part: WorkbookPart; plan: SheetsPlan<PartRow>; faults: readonly RowFault[] }[] = []
  for (const part of contributedParts()) {
    const { file, faults } = readPartRows(part, rows)
    if (faults.length === 0 && Object.values(file).every((own) => own.length === 0)) continue
    mustTakeIn(ctx, part)
    plans.push({ part, plan: planPart(part, await readPart(ctx, part), file), faults })
  }
  return plans
}

function mustTakeIn(ctx: Context, { module, permission }: WorkbookPart): void {
  if (!ctx.isOn(module)) throw moduleOff({ module })
  if (!reachOfActor(ctx.actor, permission).all) throw forbidden({ permission })
}

async function structureVersion(ctx: Context): Promise<number> {
  const { structure_version } = await ctx.db
    .selectFrom('tenant')
    .select('structure_version')
    .where('id', '=', ctx.tenantId)
    .executeTakeFirstOrThrow()
  return structure_version
}
