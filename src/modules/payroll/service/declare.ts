import type { Input } from '#core/contract'
import type { Context } from '#kernel/context'
import { changedMeanwhile, notFound } from '#kernel/problems'
import { masked } from '#kernel/sealed'
import type { Declaration, declarationRoutes } from '../contract/declarations.ts'
import {
  badAccountNumber,
  notYourAccount,
  notWithdrawable,
  periodBackwards,
  rentOrMortgage,
  shareNeeded,
} from '../problems.ts'
import { accountFault, bareNumber } from '../rules/account-number.ts'
import { excludes, monthFenOf } from '../rules/special-deductions.ts'
import { changeDeclaration, declarationsOf, insertDeclaration, type StoredDeclaration } from '../store/declarations.ts'
import { openContent, sealContent, type Content } from './sealed-content.ts'

type Changed = { id: string; version: number }

export async function listOwnDeclarations(ctx: Context): Promise<Declaration[]> {
  return declarationsOf(ctx, me(ctx))
}

export async function declareDeduction(
  ctx: Context,
  { from, until, ...content }: Input<typeof declarationRoutes.declareDeduction>,
): Promise<Changed> {
  if (until !== null && until <= from) throw periodBackwards({ from })
  if (content.item === 'elderly-support' && !content.isOnlyChild && content.shareFen === null) throw shareNeeded({})
  const others = await declarationsOf(ctx, me(ctx))
  const other = others.find(
    (one) =>
      isLive(one) &&
      excludes(one.shown, content.item) &&
      (one.until === null || one.until > from) &&
      (until === null || one.from < until),
  )
  if (other) throw rentOrMortgage({ from: other.from })
  return declare(ctx, { kind: 'special-deduction', shown: content.item, from, until, content })
}

export async function declareAccount(
  ctx: Context,
  { from, ...content }: Input<typeof declarationRoutes.declareAccount>,
): Promise<Changed> {
  const number = bareNumber(content.number)
  const fault = accountFault(number)
  if (fault) throw badAccountNumber({ fault })
  await requireOwnName(ctx, content.holder)
  const shown = `${content.bank} ${masked(number)}`
  return declare(ctx, { kind: 'bank-account', shown, from, until: null, content: { ...content, number } })
}

export async function declareTax(
  ctx: Context,
  { from, ...content }: Input<typeof declarationRoutes.declareTax>,
): Promise<Changed> {
  const taxNumber = content.taxNumber.toUpperCase()
  const shown = masked(taxNumber)
  return declare(ctx, { kind: 'tax-data', shown, from, until: null, content: { ...content, taxNumber } })
}

export async function withdrawDeclaration(
  ctx: Context,
  { id, version, until = ctx.today }: Input<typeof declarationRoutes.withdrawDeclaration>,
): Promise<Changed> {
  const before = await own(ctx, id)
  if (!isLive(before)) throw notWithdrawable({})
  // what held for a while is ended, so that the months it counted in stay counted
  const isEnded = before.state === 'approved' && until > before.from
  const change = isEnded ? { until } : { state: 'withdrawn' as const }
  if (!(await changeDeclaration(ctx, { id, version }, change)))
    throw changedMeanwhile({ yours: version, current: before.version })
  await tell(ctx, 'payroll.declaration-withdrawn', id, { kind: before.kind, ...change })
  return { id, version: version + 1 }
}

export async function openOwnDeclaration(ctx: Context, { id }: { id: string }) {
  const found = await own(ctx, id)
  await ctx.audit({ action: 'payroll.open-declaration', target: `declaration/${id}`, after: { kind: found.kind } })
  return opened(ctx, found)
}

export function opened(ctx: Context, found: StoredDeclaration) {
  const content = openContent(ctx, found)
  return { content, monthFen: 'item' in content ? monthFenOf(content) : null }
}

type Declared = Pick<Declaration, 'kind' | 'shown' | 'from' | 'until'> & { readonly content: Content }

async function declare(ctx: Context, { content, ...declared }: Declared): Promise<Changed> {
  const id = ctx.newId()
  await insertDeclaration(ctx, { id, personId: me(ctx), ...declared, sealed: sealContent(ctx, id, content) })
  await tell(ctx, 'payroll.declared', id, declared)
  return { id, version: 1 }
}

async function own(ctx: Context, id: string): Promise<StoredDeclaration> {
  const found = (await declarationsOf(ctx, me(ctx))).find((one) => one.id === id)
  if (!found) throw notFound({ what: 'declaration' })
  return found
}

function isLive({ state }: Declaration): boolean {
  return state === 'proposed' || state === 'approved'
}

/** Wages go to the person's own account (工资支付暂行规定 art. 6 and the banks' own checks). */
async function requireOwnName(ctx: Context, holder: string): Promise<void> {
  const person = await ctx.db
    .selectFrom('person')
    .select(['name', 'latin_name as latinName'])
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', me(ctx))
    .executeTakeFirstOrThrow()
  const bare = (text: string) => text.replaceAll(/\s/g, '').toLowerCase()
  if (bare(holder) !== bare(person.name) && bare(holder) !== bare(person.latinName ?? '')) throw notYourAccount({})
}

/** Who has an account but is nobody's employee has nothing to declare. */
function me(ctx: Context): string {
  const { personId } = ctx.actor
  if (!personId || !ctx.may('payroll.declare', { personId })) throw notFound({ what: 'person' })
  return personId
}

async function tell(ctx: Context, action: string, id: string, after: object): Promise<void> {
  await ctx.audit({ action, target: `declaration/${id}`, after })
  await ctx.announce('payroll')
}
