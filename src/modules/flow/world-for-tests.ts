import { expect } from 'vitest'
import type { Context } from '#kernel/context'
import type { Send, World } from '#test/world'
import { layFirm, type Firm } from '../responsibilities/trial.ts'

export type Member = { readonly personId: string; readonly send: Send }
/** A small firm with accounts: staff answers to lead, lead to boss; other works elsewhere. */
export type Company = {
  readonly world: World
  readonly firm: Firm
  readonly staff: Member
  readonly second: Member
  readonly lead: Member
  readonly boss: Member
  readonly other: Member
  /** Draws flows, and looks after what runs. */
  readonly admin: Member
}

const employee = { 'flow.start': 'self', 'flow.act': 'self' } as const
const administrator = {
  ...employee,
  'flow.read': 'tenant',
  'flow.design': 'tenant',
  'flow.manage': 'tenant',
  'flow.gates': 'tenant',
  'flow.attempts': 'tenant',
} as const

export async function layCompany(world: World): Promise<Company> {
  const firm = await world.within(layFirm)
  const extra = await world.within((ctx) => addBossAndAdmin(ctx, firm))
  const member = async (personId: string, name: string, may: Record<string, 'self' | 'tenant'> = employee) => ({
    personId,
    send: (await world.member({ may, personId, name })).send,
  })
  const company: Company = {
    world,
    firm,
    staff: await member(firm.people.chen, 'Chen'),
    second: await member(firm.people.zhao, 'Zhao'),
    lead: await member(firm.people.lin, 'Lin'),
    boss: await member(extra.boss, 'Boss'),
    other: await member(firm.people.wu, 'Wu'),
    admin: await member(extra.admin, 'Admin', administrator),
  }
  // tests move the clock by days: nobody is to be signed out by it
  const far = new Date('2030-01-01T00:00:00Z')
  await world.within((ctx) =>
    ctx.db
      .updateTable('session')
      .set({ idle_until: far, ends_at: far })
      .where('tenant_id', '=', ctx.tenantId)
      .execute(),
  )
  return company
}

/** Lines of answer: developers to the lead, the lead and the operator to the boss. */
async function addBossAndAdmin(ctx: Context, firm: Firm): Promise<{ boss: string; admin: string }> {
  const { positions, units } = firm
  const head = await place(ctx, 'HEAD', 'Head', units.firm)
  const desk = await place(ctx, 'DESK', 'Flow desk', units.firm)
  const reports = async (position: string, to: string) =>
    ctx.db
      .updateTable('position_version')
      .set({ reports_to_id: to })
      .where('tenant_id', '=', ctx.tenantId)
      .where('position_id', '=', position)
      .execute()
  await reports(positions.developer, positions.lead)
  await reports(positions.lead, head)
  await reports(positions.operator, head)
  await ctx.db
    .updateTable('position_version')
    .set({ is_lead: true })
    .where('tenant_id', '=', ctx.tenantId)
    .where('position_id', 'in', [head, positions.lead])
    .execute()
  return { boss: await hire(ctx, '010', 'Boss', head), admin: await hire(ctx, '011', 'Admin', desk) }
}

export async function place(ctx: Context, code: string, title: string, unitId: string): Promise<string> {
  const id = ctx.newId()
  const own = { tenant_id: ctx.tenantId }
  await ctx.db
    .insertInto('position')
    .values({ ...own, id, code, created_at: ctx.now })
    .execute()
  await ctx.db
    .insertInto('position_version')
    .values({
      ...own,
      id: ctx.newId(),
      position_id: id,
      unit_id: unitId,
      title: JSON.stringify({ en: title }),
      headcount: 100,
      valid_from: '2026-01-01',
    })
    .execute()
  return id
}

export async function hire(ctx: Context, number: string, name: string, positionId: string): Promise<string> {
  const id = ctx.newId()
  const own = { tenant_id: ctx.tenantId }
  await ctx.db
    .insertInto('person')
    .values({ ...own, id, number, name, created_at: ctx.now })
    .execute()
  await ctx.db
    .insertInto('assignment')
    .values({
      ...own,
      id: ctx.newId(),
      person_id: id,
      position_id: positionId,
      kind: 'main',
      share_permille: 1000,
      valid_from: '2026-01-01',
    })
    .execute()
  return id
}

let made = 0

/** Makes a flow of steps and a form, and publishes it; answers its id. */
export async function publish(
  { admin }: Company,
  {
    steps,
    form = { fields: [] },
    start = {},
    key,
    ...more
  }: { steps: object[]; form?: object; start?: object; key?: string } & Record<string, unknown>,
): Promise<string> {
  made += 1
  const definition = { id: 'flow', steps, ...more }
  const body = {
    key: key ?? `flow-${made}`,
    name: { en: `Flow ${made}` },
    from: { kind: 'json', content: { definition, form, start } },
  }
  const created = await admin.send('POST', '/flows', body)
  expect([created.status, created.body]).toEqual([200, expect.objectContaining({ version: 1 })])
  const done = await admin.send('POST', `/flows/${created.body.flowId}/publish`, { version: 1 })
  expect([done.status, done.body]).toEqual([200, expect.objectContaining({ published: 1 })])
  return created.body.flowId
}
