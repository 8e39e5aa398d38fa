import type { Context } from '#kernel/context'
import type { VersionDraft } from './shapes.ts'

/** A small firm for tests: business development (two people) and operations (one), all since 2026-01-01. */
export type Firm = {
  readonly units: { firm: string; growth: string; service: string }
  readonly positions: { lead: string; developer: string; operator: string; empty: string }
  readonly people: { lin: string; chen: string; zhao: string; wu: string }
}

export async function layFirm(ctx: Context): Promise<Firm> {
  const firm = await unit(ctx, 'FIRM', 'Firm', null)
  const growth = await unit(ctx, 'GROWTH', 'Growth', firm)
  const service = await unit(ctx, 'SERVICE', 'Service', firm)
  const positions = {
    lead: await position(ctx, 'LEAD', 'Growth lead', growth),
    developer: await position(ctx, 'DEV', 'Business developer', growth),
    operator: await position(ctx, 'OPS', 'Operator', service),
    empty: await position(ctx, 'EMPTY', 'Empty chair', service),
  }
  const people = {
    lin: await person(ctx, '001', 'Lin', positions.lead),
    chen: await person(ctx, '002', 'Chen', positions.developer),
    zhao: await person(ctx, '003', 'Zhao', positions.developer),
    wu: await person(ctx, '004', 'Wu', positions.operator),
  }
  return { units: { firm, growth, service }, positions, people }
}

/** Winning customers, with two indicators and one duty. */
export const winning = {
  name: { en: 'Winning customers', 'zh-CN': '客户拓展' },
  purpose: { en: 'New merchants join', 'zh-CN': '拓展新商家' },
  activities: [{ en: 'Visit merchants' }, { en: 'Write a needs report' }],
  indicators: [
    {
      name: { en: 'New customers', 'zh-CN': '新客户数' },
      direction: 'up',
      target: 10,
      weightPermille: 600,
      period: 'month',
      measure: { kind: 'figure', figure: { take: 'count', fact: 'agreement' } },
    },
    {
      name: { en: 'Conversion', 'zh-CN': '转化率' },
      unit: '%',
      direction: 'up',
      target: 0.3,
      weightPermille: 400,
      period: 'month',
      measure: {
        kind: 'ratio',
        part: { take: 'count', fact: 'agreement' },
        whole: { take: 'count', fact: 'visit' },
      },
    },
  ],
  duties: [{ name: { en: 'Visit', 'zh-CN': '拜访' }, cadence: { every: 'week', times: 5 }, factKind: 'visit' }],
} satisfies Partial<VersionDraftAsked>

type VersionDraftAsked = { [K in keyof VersionDraft]: unknown }

async function unit(ctx: Context, code: string, name: string, parent: string | null): Promise<string> {
  const own = { tenant_id: ctx.tenantId }
  const id = ctx.newId()
  await ctx.db
    .insertInto('unit')
    .values({ ...own, id, code, created_at: ctx.now })
    .execute()
  await ctx.db
    .insertInto('unit_version')
    .values({
      ...own,
      id: ctx.newId(),
      unit_id: id,
      name: JSON.stringify({ en: name }),
      kind: parent ? 'department' : 'company',
      parent_id: parent,
      valid_from: '2026-01-01',
    })
    .execute()
  return id
}

async function position(ctx: Context, code: string, title: string, unitId: string): Promise<string> {
  const own = { tenant_id: ctx.tenantId }
  const id = ctx.newId()
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
      valid_from: '2026-01-01',
    })
    .execute()
  return id
}

async function person(ctx: Context, number: string, name: string, positionId: string): Promise<string> {
  const own = { tenant_id: ctx.tenantId }
  const id = ctx.newId()
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
