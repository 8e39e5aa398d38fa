import type { Input } from '#core/contract'
import type { Context } from '#kernel/context'
import { changedMeanwhile, notFound } from '#kernel/problems'
import { bumpStructure } from '#modules/base'
import type { routes } from '../contract.ts'
import { isCreditCode, plainCreditCode } from '../credit-code.ts'
import { badCreditCode, codeTaken, notACompany } from '../problems.ts'
import { legalEntityOf, unitByCreditCode, writeLegalEntity } from '../store/legal-entity.ts'
import { unitVersions } from '../store/units.ts'
import { requireEdit } from './require-edit.ts'

/** Enters or corrects what the register says of a company. */
export async function setLegalEntity(
  ctx: Context,
  { id, version, ...input }: Input<typeof routes.setLegalEntity>,
): Promise<{ id: string; version: number }> {
  await bumpStructure(ctx)
  const versions = await unitVersions(ctx, id)
  if (versions.length === 0) throw notFound({ what: 'unit' })
  requireEdit(ctx, id)
  if (!versions.some((one) => one.kind === 'company')) throw notACompany({})
  const before = await legalEntityOf(ctx, id)
  const current = before?.version ?? 0
  if (current !== version) throw changedMeanwhile({ yours: version, current })
  const creditCode = input.creditCode ? plainCreditCode(input.creditCode) : null
  if (creditCode !== null) {
    if (!isCreditCode(creditCode)) throw badCreditCode({})
    const other = await unitByCreditCode(ctx, creditCode)
    if (other !== undefined && other !== id) throw codeTaken({ taken: creditCode })
  }
  const entity = { registeredName: input.registeredName, creditCode, place: input.place || null }
  await writeLegalEntity(ctx, id, entity, version + 1)
  await ctx.audit({ action: 'organisation.unit-changed', target: `unit/${id}`, before, after: entity })
  await ctx.emit('organisation.unit-changed', { unitId: id })
  await ctx.announce('organisation')
  return { id, version: version + 1 }
}
