import type { Input } from '#core/contract'
import type { Context } from '#kernel/context'
import { changedMeanwhile, forbidden, notFound } from '#kernel/problems'
import type { PersonnelFile, routes } from '../contract.ts'
import { birthDayOf, genderOf, isIdNumber, maskedIdNumber, plainIdNumber } from '../id-number.ts'
import { companyOf } from '#modules/organisation'
import { badIdNumber, employerNoCompany, idNumberTaken, leftBeforeHired } from '../problems.ts'
import { fileOf, isIdNumberTaken, openFiles } from '../store/file.ts'

type Stored = NonNullable<Awaited<ReturnType<typeof fileOf>>>

export async function readFile(ctx: Context, { personId }: { personId: string }): Promise<PersonnelFile> {
  const { idNumber, employerUnitId, ...file } = await reach(ctx, personId)
  const about = { personId, unitId: file.unitId }
  return {
    ...file,
    employment: (file.employment ?? 'regular') as PersonnelFile['employment'],
    gender: file.gender as PersonnelFile['gender'],
    idNumberMasked: idNumber === null ? null : maskedIdNumber(idNumber),
    version: file.version ?? 1,
    employer: await employerOf(ctx, employerUnitId, file.unitId),
    mayEdit: ctx.may('people.edit', about),
    mayReveal: idNumber !== null && ctx.may('people.read-identity', about),
  }
}

export async function updateFile(
  ctx: Context,
  input: Input<typeof routes.updateFile>,
): Promise<{ personId: string; version: number }> {
  const { personId, version, ...change } = input
  const before = await reach(ctx, personId, 'people.edit')
  const current = before.version ?? 1
  if (current !== version) throw changedMeanwhile({ yours: version, current })
  const idNumber = await checkedIdNumber(ctx, personId, change.idNumber)
  if (change.employerUnitId) await requireCompany(ctx, change.employerUnitId)
  const after: Stored = { ...before, ...stated(change), ...(idNumber === undefined ? {} : { idNumber }) }
  if (idNumber) {
    // what the number tells stands wherever nobody says otherwise
    after.birthDay = change.birthDay ?? birthDayOf(idNumber) ?? after.birthDay
    after.gender = change.gender ?? genderOf(idNumber) ?? after.gender
  }
  if (after.hiredOn && after.leftOn && after.leftOn <= after.hiredOn) throw leftBeforeHired({ hiredOn: after.hiredOn })
  await openFiles(ctx, [personId])
  const { numUpdatedRows } = await ctx.db
    .updateTable('personnel_file')
    .set({
      employment: after.employment ?? 'regular',
      hired_on: after.hiredOn,
      left_on: after.leftOn,
      gender: after.gender,
      education: after.education,
      employer_unit_id: after.employerUnitId,
      birth_day: after.birthDay,
      emergency_contact: after.emergencyContact,
      id_number: after.idNumber,
      version: version + 1,
    })
    .where('tenant_id', '=', ctx.tenantId)
    .where('person_id', '=', personId)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) throw changedMeanwhile({ yours: version, current: version + 1 })
  await ctx.audit({
    action: 'people.file-changed',
    target: `person/${personId}`,
    before: audited(before),
    after: audited(after),
  })
  await ctx.emit('people.file-changed', { personId })
  await ctx.announce('people')
  return { personId, version: version + 1 }
}

export async function revealIdNumber(
  ctx: Context,
  { personId }: { personId: string },
): Promise<{ idNumber: string | null }> {
  const { idNumber } = await reach(ctx, personId, 'people.read-identity')
  await ctx.audit({ action: 'people.reveal-id-number', target: `person/${personId}` })
  return { idNumber }
}

/** The file of somebody the asker may see; with a permission, refused to who may only see. */
async function reach(
  ctx: Context,
  personId: string,
  permission?: 'people.edit' | 'people.read-identity',
): Promise<Stored> {
  const file = await fileOf(ctx, personId)
  if (!file) throw notFound({ what: 'person' })
  if (permission && !ctx.may(permission, { personId, unitId: file.unitId })) throw forbidden({ permission })
  return file
}

async function checkedIdNumber(
  ctx: Context,
  personId: string,
  text: string | null | undefined,
): Promise<string | null | undefined> {
  if (text === null || text === undefined) return text
  const plain = plainIdNumber(text)
  if (!isIdNumber(plain)) throw badIdNumber({})
  if (await isIdNumberTaken(ctx, plain, personId)) throw idNumberTaken({})
  return plain
}

async function employerOf(
  ctx: Context,
  chosen: string | null,
  unitId: string | null,
): Promise<PersonnelFile['employer']> {
  const from = chosen ?? unitId
  const company = from && (await companyOf(ctx, from, ctx.today))
  return company ? { ...company, isStated: chosen !== null } : null
}

/** A contract is with a company that is there today, not with a department of it. */
async function requireCompany(ctx: Context, unitId: string): Promise<void> {
  const company = await companyOf(ctx, unitId, ctx.today)
  if (!company) throw notFound({ what: 'unit' })
  if (company.unitId !== unitId) throw employerNoCompany({})
}

/** The audit log is read by others than the file: it tells that the number changed, not the number. */
function audited({ idNumber, ...file }: Stored) {
  return { ...file, idNumber: idNumber === null ? null : maskedIdNumber(idNumber) }
}

function stated<T extends object>(values: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never
}
