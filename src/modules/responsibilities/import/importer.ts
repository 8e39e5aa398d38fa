import { unitsByCode, positionsByCode } from '#modules/organisation'
import type { Context } from '#kernel/context'
import type { Importer, ImportPlan, ImportRow, RowFault } from '#kernel/importer'
import { differences } from '../compare.ts'
import { heaviestDay, withKeys } from '../rules.ts'
import type { Version, VersionDraft } from '../shapes.ts'
import { assignResponsibility } from '../service/hold-responsibilities.ts'
import {
  appendVersion,
  changeResponsibility,
  correctVersion,
  createResponsibility,
} from '../service/change-responsibilities.ts'
import { draftOf, mergedDraft } from './draft.ts'
import { fields } from './fields.ts'
import { groupRows, type SheetHolding, type SheetResponsibility } from './group.ts'
import { knownByCode, runningToday, type Known } from './known.ts'

type Found = { readonly units: ReadonlyMap<string, string>; readonly positions: ReadonlyMap<string, string> }
type Step = {
  readonly kind: 'created' | 'updated' | 'unchanged'
  readonly faults: readonly RowFault[]
  run(): Promise<void>
}

export const importer: Importer = { permission: 'responsibilities.edit', fields, plan }

/** What the sheet would change. A changed responsibility says so from today on, by a new version. */
async function plan(ctx: Context, rows: readonly ImportRow[]): Promise<ImportPlan> {
  const { sheet, faults } = groupRows(rows)
  const found: Found = {
    units: await unitsByCode(ctx, [...new Set(sheet.flatMap((one) => one.unitCode ?? []))]),
    positions: await runningToday(
      ctx,
      await positionsByCode(ctx, [
        ...new Set(sheet.flatMap((one) => one.holdings.map((holding) => holding.positionCode))),
      ]),
    ),
  }
  const known = await knownByCode(
    ctx,
    sheet.map((one) => one.code),
    [...found.positions.values()],
  )
  const steps = sheet.map((one) => stepFor(ctx, one, found, known))
  const crowded = overfull(sheet, found, known, ctx)
  const count = (kind: Step['kind']) => steps.filter((step) => step.kind === kind).length
  return {
    faults: [...faults, ...steps.flatMap((step) => step.faults), ...crowded],
    created: count('created'),
    updated: count('updated'),
    unchanged: count('unchanged'),
    async apply() {
      for (const step of steps) await step.run()
    },
  }
}

function stepFor(ctx: Context, one: SheetResponsibility, found: Found, known: Known): Step {
  const faults: RowFault[] = []
  const fault = (line: number, field: string, code: string, facts: RowFault['facts']) =>
    faults.push({ line, field, code: `responsibilities.${code}`, facts })
  const unitId = one.unitCode === undefined ? undefined : found.units.get(one.unitCode)
  if (one.unitCode !== undefined && unitId === undefined)
    fault(one.line, 'unitCode', 'unknown-unit', { code: one.unitCode })
  const before = known.responsibilities.get(one.code.toLowerCase())
  const about = { unitId: unitId ?? before?.unitId ?? null }
  if (!ctx.may('responsibilities.edit', about)) fault(one.line, 'code', 'not-yours', { code: one.code })
  if (!before && Object.keys(one.name).length === 0) fault(one.line, 'name', 'needs-name', { code: one.code })
  for (const { line, positionCode } of one.holdings)
    if (!found.positions.has(positionCode)) fault(line, 'positionCode', 'unknown-position', { code: positionCode })
  const added = one.holdings.filter(({ positionCode, raci }) => {
    const positionId = found.positions.get(positionCode)
    return positionId && !before?.holdings.some((held) => held.positionId === positionId && held.raci === raci)
  })
  const accountable = before?.holdings.find((held) => held.raci === 'accountable')
  for (const { line, raci, positionCode } of added)
    if (raci === 'accountable' && accountable) fault(line, 'raci', 'second-accountable', { position: positionCode })

  const hold = async (responsibilityId: string) => {
    for (const holding of added) await assign(ctx, responsibilityId, holding, found)
  }
  if (!before) {
    return {
      kind: 'created',
      faults,
      async run() {
        const made = await createResponsibility(ctx, {
          ...draftOf(one),
          code: one.code,
          unitId: unitId ?? null,
          kind: 'business',
          isDraft: false,
        })
        await hold(made.responsibilityId)
      },
    }
  }
  const draft = mergedDraft(one, before.version)
  const saysOtherwise = before.version === undefined || changes(draft, before.version)
  const moves = unitId !== undefined && unitId !== before.unitId
  if (saysOtherwise && before.version && before.latestFrom > ctx.today)
    fault(one.line, 'code', 'change-waiting', { from: before.latestFrom })
  return {
    kind: saysOtherwise || moves || added.length > 0 ? 'updated' : 'unchanged',
    faults,
    async run() {
      const { id: responsibilityId, code } = before
      if (moves) await changeResponsibility(ctx, { responsibilityId, code, unitId })
      if (saysOtherwise) await write(ctx, responsibilityId, before.version, draft)
      await hold(responsibilityId)
    },
  }
}

/** A version that begins today is written anew, so that a sheet mended and brought again the same day takes effect. */
async function write(ctx: Context, responsibilityId: string, version: Version | undefined, draft: VersionDraft) {
  if (version && (version.validFrom === null || version.validFrom === ctx.today))
    await correctVersion(ctx, { ...draft, responsibilityId, versionId: version.id })
  else await appendVersion(ctx, { ...draft, responsibilityId, from: ctx.today })
}

async function assign(ctx: Context, responsibilityId: string, holding: SheetHolding, found: Found) {
  const positionId = found.positions.get(holding.positionCode)
  if (!positionId) return
  const { raci, weightPermille } = holding
  await assignResponsibility(ctx, { responsibilityId, positionId, forUnitId: null, raci, weightPermille, until: null })
}

function changes(draft: VersionDraft, version: Version): boolean {
  const keyed = {
    ...draft,
    purpose: draft.purpose ?? {},
    indicators: withKeys(draft.indicators, version.indicators, 'indicator').map((item) => ({ id: '', ...item })),
    duties: withKeys(draft.duties, version.duties, 'duty').map((item) => ({
      id: '',
      ...item,
      factKind: item.factKind ?? item.key,
    })),
  }
  return differences(version, keyed).length > 0
}

/** Positions that would carry more than the whole of their work, told at the row that is too much. */
function overfull(sheet: readonly SheetResponsibility[], found: Found, known: Known, ctx: Context): RowFault[] {
  const carried = new Map<string, number>()
  const faults: RowFault[] = []
  for (const one of sheet) {
    const before = known.responsibilities.get(one.code.toLowerCase())
    for (const { line, positionCode, raci, weightPermille } of one.holdings) {
      const positionId = found.positions.get(positionCode)
      if (!positionId || before?.holdings.some((held) => held.positionId === positionId && held.raci === raci)) continue
      const sum = (carried.get(positionId) ?? 0) + weightPermille
      carried.set(positionId, sum)
      const running = known.carried.get(positionId) ?? []
      const { total } = heaviestDay(running, { from: ctx.today, until: null, weightPermille: sum })
      if (total > 1000)
        faults.push({
          line,
          field: 'holdingWeight',
          code: 'responsibilities.too-heavy',
          facts: { code: positionCode, total: total / 10 },
        })
    }
  }
  return faults
}
