import type { Context } from '#kernel/context'
import type { World } from '#test/world'

/** A factory for tests: production with a team, quality and sales; production and quality both inspect. */
export type Factory = {
  readonly units: Record<'works' | 'production' | 'line' | 'quality' | 'sales', string>
  readonly positions: Record<'producer' | 'liner' | 'inspector' | 'seller', string>
  readonly responsibilities: Record<'making' | 'checking' | 'inspecting' | 'selling', string>
}

const from = '2026-01-01'

export async function layFactory(ctx: Context): Promise<Factory> {
  const works = await unit(ctx, 'W', 'Works', null, 'company')
  const production = await unit(ctx, 'P', 'Production', works)
  const line = await unit(ctx, 'L', 'Line one', production, 'team')
  const quality = await unit(ctx, 'Q', 'Quality', works)
  const sales = await unit(ctx, 'S', 'Sales', works)
  const positions = {
    producer: await position(ctx, 'PM', 'Production manager', production),
    liner: await position(ctx, 'LL', 'Line leader', line),
    inspector: await position(ctx, 'QM', 'Quality manager', quality),
    seller: await position(ctx, 'SM', 'Sales manager', sales),
  }
  return {
    units: { works, production, line, quality, sales },
    positions,
    responsibilities: {
      making: await responsibility(ctx, 'MAKE', positions.producer, production, {
        name: '生产组织',
        activities: ['编制生产计划，跟踪执行进度'],
      }),
      checking: await responsibility(ctx, 'CHECK', positions.liner, null, {
        name: '来料查验',
        activities: ['负责来料检验，并记录检验结果', '不合格品隔离和标识'],
        indicator: '来料合格率',
      }),
      inspecting: await responsibility(ctx, 'INSPECT', positions.inspector, quality, {
        name: '质量检验',
        activities: ['检验来料；记录检验结果', '标识和隔离不合格品', '校准计量器具'],
        indicator: '来料合格率',
      }),
      selling: await responsibility(ctx, 'SELL', positions.seller, sales, {
        name: '客户开发',
        activities: ['拜访客户，收集需求'],
      }),
    },
  }
}

/** Everything compared, as the job does it at night. */
export async function openFactory(world: World): Promise<Factory> {
  const factory = await world.within(layFactory)
  await world.runJob('overlap.analyse')
  return factory
}

export async function recordHours(
  ctx: Context,
  unitId: string,
  hours: number,
  about: { activity?: string; responsibilityId?: string; day?: string },
): Promise<void> {
  const id = ctx.newId()
  await ctx.db
    .insertInto('fact')
    .values({
      tenant_id: ctx.tenantId,
      id,
      kind: 'work',
      happened_at: ctx.now,
      day: about.day ?? ctx.today,
      unit_id: unitId,
      responsibility_id: about.responsibilityId ?? null,
      dimensions: JSON.stringify(about.activity ? { activity: about.activity } : {}),
      measures: JSON.stringify({ hours }),
      source: 'test',
      source_key: id,
      recorded_at: ctx.now,
    })
    .execute()
}

type Said = { name: string; activities: string[]; indicator?: string }

export async function responsibility(
  ctx: Context,
  code: string,
  positionId: string,
  unitId: string | null,
  said: Said,
): Promise<string> {
  const own = { tenant_id: ctx.tenantId }
  const id = ctx.newId()
  await ctx.db
    .insertInto('responsibility')
    .values({ ...own, id, code, unit_id: unitId, created_at: ctx.now })
    .execute()
  const version = ctx.newId()
  await ctx.db
    .insertInto('responsibility_version')
    .values({
      ...own,
      id: version,
      responsibility_id: id,
      number: 1,
      name: zh(said.name),
      purpose: '{}',
      activities: JSON.stringify(said.activities.map((text) => ({ 'zh-CN': text }))),
      valid_from: from,
      created_at: ctx.now,
    })
    .execute()
  if (said.indicator)
    await ctx.db
      .insertInto('responsibility_indicator')
      .values({
        ...own,
        id: ctx.newId(),
        version_id: version,
        key: 'passed',
        name: zh(said.indicator),
        direction: 'up',
        target: 1,
        weight_permille: 1000,
        period: 'month',
        measure: JSON.stringify({ kind: 'figure', figure: { take: 'count', fact: 'inspection', where: [] } }),
      })
      .execute()
  await ctx.db
    .insertInto('holding')
    .values({
      ...own,
      id: ctx.newId(),
      responsibility_id: id,
      position_id: positionId,
      raci: 'accountable',
      valid_from: from,
    })
    .execute()
  return id
}

async function unit(ctx: Context, code: string, name: string, parentId: string | null, kind = 'department') {
  const own = { tenant_id: ctx.tenantId }
  const id = ctx.newId()
  await ctx.db
    .insertInto('unit')
    .values({ ...own, id, code, created_at: ctx.now })
    .execute()
  await ctx.db
    .insertInto('unit_version')
    .values({ ...own, id: ctx.newId(), unit_id: id, name: zh(name), kind, parent_id: parentId, valid_from: from })
    .execute()
  return id
}

async function position(ctx: Context, code: string, title: string, unitId: string) {
  const own = { tenant_id: ctx.tenantId }
  const id = ctx.newId()
  await ctx.db
    .insertInto('position')
    .values({ ...own, id, code, created_at: ctx.now })
    .execute()
  await ctx.db
    .insertInto('position_version')
    .values({ ...own, id: ctx.newId(), position_id: id, unit_id: unitId, title: zh(title), valid_from: from })
    .execute()
  return id
}

function zh(text: string): string {
  return JSON.stringify({ 'zh-CN': text })
}
