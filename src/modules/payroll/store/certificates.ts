import type { Context } from '#kernel/context'
import type { PayCertificate } from '../contract.ts'

export type FoundCertificate = PayCertificate & { readonly personId: string }
type Permission = 'payroll.read-own' | 'payroll.read'

function seen(ctx: Context, permission: Permission) {
  return ctx.db
    .selectFrom('pay_certificate as c')
    .innerJoin('person as p', (join) => join.onRef('p.tenant_id', '=', 'c.tenant_id').onRef('p.id', '=', 'c.person_id'))
    .select([
      'c.id',
      'c.number',
      'c.purpose',
      'c.language',
      'c.months',
      'c.until_month',
      'c.approved_at',
      'c.person_id',
    ])
    .select('p.name as person_name')
    .where('c.tenant_id', '=', ctx.tenantId)
    .where(ctx.visible(permission, { person: 'c.person_id' }))
    .$if(permission === 'payroll.read-own', (query) => query.where('c.person_id', '=', ctx.actor.personId))
}

export async function certificates(ctx: Context, permission: Permission, limit: number): Promise<FoundCertificate[]> {
  const rows = await seen(ctx, permission).orderBy('c.approved_at', 'desc').orderBy('c.id').limit(limit).execute()
  return rows.map(certificateOf)
}

export async function findCertificate(
  ctx: Context,
  permission: Permission,
  id: string,
): Promise<FoundCertificate | undefined> {
  const row = await seen(ctx, permission).where('c.id', '=', id).executeTakeFirst()
  return row && certificateOf(row)
}

/** The same request twice is one certificate. */
export async function insertCertificate(
  ctx: Context,
  certificate: Omit<FoundCertificate, 'id' | 'personName' | 'approvedAt'> & { readonly requestId: string },
): Promise<void> {
  await ctx.db
    .insertInto('pay_certificate')
    .values({
      tenant_id: ctx.tenantId,
      id: ctx.newId(),
      person_id: certificate.personId,
      request_id: certificate.requestId,
      number: certificate.number,
      purpose: certificate.purpose,
      language: certificate.language,
      months: certificate.months,
      until_month: certificate.untilMonth,
      approved_at: ctx.now,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'request_id']).doNothing())
    .execute()
}

/** The month somebody was last paid in; nothing when never. */
export async function lastPaidMonth(ctx: Context, personId: string): Promise<string | undefined> {
  const row = await ctx.db
    .selectFrom('pay_slip')
    .select('paid_on')
    .where('tenant_id', '=', ctx.tenantId)
    .where('person_id', '=', personId)
    .where('state', '=', 'published')
    .orderBy('paid_on', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.paid_on.slice(0, 7)
}

function certificateOf(row: Awaited<ReturnType<ReturnType<typeof seen>['execute']>>[number]): FoundCertificate {
  return {
    id: row.id,
    personId: row.person_id,
    personName: row.person_name,
    number: row.number,
    purpose: row.purpose,
    language: row.language as PayCertificate['language'],
    months: row.months,
    untilMonth: row.until_month,
    approvedAt: row.approved_at.toISOString(),
  }
}
