import { sql } from 'kysely'
import { systemActor } from '#kernel/access'
import type { House } from '#kernel/house'
import { inTenant } from '#kernel/transaction'
import { text } from '../draft-parts.ts'
import type { Perform, Who } from '../perform.ts'

const measure = (key: string, zh: string, en: string, unit: string) => ({ key, name: text(zh, en), unit })
const dimension = (key: string, zh: string, en: string) => ({ key, name: text(zh, en) })

const kinds = [
  {
    key: 'output',
    name: text('产量（MES）', 'Output (MES)'),
    dimensions: [
      dimension('line', '线别', 'Line'),
      dimension('shift', '时段', 'Shift'),
      dimension('workshop', '车间', 'Workshop'),
    ],
    measures: [measure('pieces', '件数', 'Pieces', '件'), measure('scrap', '报废', 'Scrap', '件')],
    rhythm: 'workday',
  },
  {
    key: 'inspection',
    name: text('检验（MES）', 'Inspection (MES)'),
    dimensions: [dimension('item', '零件', 'Part')],
    measures: [measure('inspected', '检验数', 'Inspected', '件'), measure('passed', '合格数', 'Passed', '件')],
    rhythm: 'workday',
  },
  {
    key: 'purchase-order',
    name: text('采购订单（ERP）', 'Purchase order (ERP)'),
    subjectType: 'supplier',
    needsSubject: true,
    dimensions: [dimension('category', '品类', 'Category')],
    measures: [measure('cost', '采购成本', 'Cost', '元'), measure('saved', '节约', 'Saved', '元')],
    rhythm: 'workday',
  },
  {
    key: 'customer-visit',
    name: text('客户回访（CRM）', 'Customer visit (CRM)'),
    subjectType: 'customer',
    dimensions: [dimension('result', '结果', 'Result')],
    measures: [],
    rhythm: 'workday',
  },
  {
    key: 'new-customer',
    name: text('新客户（CRM）', 'New customer (CRM)'),
    subjectType: 'customer',
    dimensions: [dimension('segment', '客户类型', 'Segment'), dimension('region', '区域', 'Region')],
    measures: [measure('firstOrder', '首单金额', 'First order', '元')],
    rhythm: 'week',
  },
]

const from = (field: string) => ({ field })
const named = (names: readonly string[]) => names.map((name) => ({ name, from: from(name) }))
const sources = [
  {
    code: 'mes',
    name: 'MES 产量视图',
    kind: 'sql',
    rhythm: 'workday',
    address: {
      host: 'mes.factory.internal',
      database: 'mes',
      user: 'remit_reader',
      view: 'report.daily_output',
      cursor: ['reported_at', 'id'],
      lookBackMinutes: 4320,
    },
    mapping: {
      kind: { value: 'output' },
      key: from('id'),
      happenedAt: from('reported_at'),
      person: from('leader_no'),
      dimensions: named(['line', 'shift', 'workshop']),
      measures: named(['pieces', 'scrap']),
    },
  },
  {
    code: 'erp',
    name: 'ERP 采购订单',
    kind: 'rest',
    rhythm: 'workday',
    address: {
      url: 'https://erp.factory.internal/odata/PurchaseOrders',
      form: 'odata',
      rowsAt: 'value',
      auth: 'bearer',
      paging: 'next',
      cursorField: 'ChangedAt',
    },
    mapping: {
      kind: { value: 'purchase-order' },
      key: from('OrderNo'),
      happenedAt: from('ChangedAt'),
      person: from('BuyerNo'),
      subject: from('SupplierNo'),
      subjectName: from('SupplierName'),
      subjectType: 'supplier',
      dimensions: [{ name: 'category', from: from('Category') }],
      measures: [
        { name: 'cost', from: from('Cost') },
        { name: 'saved', from: from('Saved') },
      ],
    },
  },
  {
    code: 'crm',
    name: 'CRM 新客户',
    kind: 'webhook',
    rhythm: 'week',
    address: {},
    mapping: {
      kind: { value: 'new-customer' },
      key: from('id'),
      happenedAt: from('time'),
      person: from('data.owner'),
      subject: from('data.customer'),
      subjectName: from('data.name'),
      subjectType: 'customer',
      dimensions: [
        { name: 'segment', from: from('data.segment') },
        { name: 'region', from: from('data.region') },
      ],
      measures: [{ name: 'firstOrder', from: from('data.firstOrder') }],
      only: [{ field: 'type', is: ['customer.won'] }],
    },
  },
]

/** Registers the kinds and shows the three systems as sources; none is asked by itself, for none of them is there. */
export async function connectSources(house: House, perform: Perform, tenantId: string): Promise<void> {
  const { founder, ownerId, known, knownKinds } = await whoConnects(house, tenantId)
  for (const { key, ...kind } of kinds)
    if (!knownKinds.has(key)) await perform(founder, 'indicators.keepFactKind', { key, ...kind, ownerId })
  for (const { mapping, ...source } of sources) {
    const { code: _code, kind: _kind, ...content } = source
    const made = known.get(source.code)
    const sourceId =
      made ?? (await perform<{ sourceId: string }>(founder, 'sources.createSource', { ...source, ownerId })).sourceId
    const read = () => perform<{ version: number; state: string }>(founder, 'sources.readSource', { sourceId })
    await perform(founder, 'sources.changeSource', {
      sourceId,
      version: (await read()).version,
      ...content,
      mapping,
      ownerId,
    })
    const { version, state } = await read()
    await noteLastFact(house, tenantId, sourceId, source.code)
    if (state !== 'on') await perform(founder, 'sources.setSourceState', { sourceId, version, state: 'on' })
  }
}

async function noteLastFact(house: House, tenantId: string, sourceId: string, code: string): Promise<void> {
  await inTenant(house, tenantId, systemActor(), (ctx) =>
    sql`update source set last_fact_at = (select max(recorded_at) from fact where tenant_id = ${tenantId}
      and source = ${`source:${code}`}) where tenant_id = ${tenantId} and id = ${sourceId}`.execute(ctx.db),
  )
}

async function whoConnects(house: House, tenantId: string) {
  return inTenant(house, tenantId, systemActor(), async (ctx) => {
    const account = await ctx.db
      .selectFrom('account')
      .select(['id', 'person_id'])
      .where('tenant_id', '=', tenantId)
      .where('login', '=', 'long.fei')
      .executeTakeFirstOrThrow()
    const known = await ctx.db.selectFrom('source').select(['id', 'code']).where('tenant_id', '=', tenantId).execute()
    const knownKinds = await ctx.db.selectFrom('fact_kind').select('key').where('tenant_id', '=', tenantId).execute()
    const founder: Who = { tenantId, accountId: account.id }
    return {
      founder,
      ownerId: account.person_id,
      known: new Map(known.map((source) => [source.code, source.id])),
      knownKinds: new Set(knownKinds.map(({ key }) => key)),
    }
  })
}
