import type { Change } from '#core/reorganisation'
import { drawChart, type Chart } from '#test/chart'
import { openWorld, type Answer, type Send, type World } from '#test/world'

/** The factory before its re-organisation: inspection is done by operators of production. */
export async function openFactory(): Promise<Factory> {
  const world = await openWorld({ now: '2026-03-04T02:00:00Z' })
  const chart = await world.within((ctx) =>
    drawChart(ctx, {
      units: { production: {}, quality: {}, line: { below: 'production', kind: 'workshop' } },
      positions: {
        director: { isLead: true },
        'head-of-production': { unit: 'production', reportsTo: 'director', isLead: true },
        operator: { unit: 'line', reportsTo: 'head-of-production', headcount: 3 },
        'head-of-quality': { unit: 'quality', reportsTo: 'director', isLead: true },
        inspector: { unit: 'quality', reportsTo: 'head-of-quality', headcount: 2 },
      },
      people: {
        dan: { on: 'director' },
        pia: { on: 'head-of-production' },
        otto: { on: 'operator' },
        quinn: { on: 'head-of-quality' },
        ida: { on: 'inspector' },
      },
    }),
  )
  const inspection = await world.within(async (ctx) => {
    const id = ctx.newId()
    const own = { tenant_id: ctx.tenantId }
    const unit_id = chart.units['quality'] ?? ''
    await ctx.db
      .insertInto('responsibility')
      .values({ ...own, id, code: 'inspection', unit_id, created_at: ctx.now })
      .execute()
    const version = { id: ctx.newId(), responsibility_id: id, number: 1, created_at: ctx.now, valid_from: '2020-01-01' }
    const texts = { name: JSON.stringify({ en: 'Inspection' }), purpose: JSON.stringify({ en: 'Good parts' }) }
    await ctx.db
      .insertInto('responsibility_version')
      .values({ ...own, ...version, ...texts })
      .execute()
    for (const [position, raci] of [
      ['head-of-quality', 'accountable'],
      ['operator', 'responsible'],
    ] as const) {
      const holding = { id: ctx.newId(), responsibility_id: id, position_id: chart.positions[position] ?? '', raci }
      await ctx.db
        .insertInto('holding')
        .values({ ...own, ...holding, weight_permille: 300, valid_from: '2020-01-01' })
        .execute()
    }
    return id
  })
  return { world, chart, inspection, ...idsOf(chart) }
}

export type Factory = {
  world: World
  chart: Chart
  inspection: string
  unit: (code: string) => string
  position: (code: string) => string
  person: (number: string) => string
}

function idsOf(chart: Chart) {
  return {
    unit: (code: string) => chart.units[code] ?? '',
    position: (code: string) => chart.positions[code] ?? '',
    person: (number: string) => chart.people[number] ?? '',
  }
}

export const planned = '2026-06-01'
export const laboratory = '019b0000-0000-7000-8000-000000000001'
const lineA = '019b0000-0000-7000-8000-000000000002'

/** The split of production and quality. */
export function splitOf({ unit, position, inspection }: Factory): Change[] {
  return [
    {
      do: 'create-unit',
      unitId: laboratory,
      name: { en: 'Laboratory' },
      kind: 'team',
      parentId: unit('quality'),
      code: 'LAB',
    },
    { do: 'move-position', positionId: position('inspector'), unitId: laboratory },
    {
      do: 'split-unit',
      unitId: unit('line'),
      into: [{ unitId: lineA, name: { en: 'Line A' }, kind: 'team' }],
      positions: [{ positionId: position('operator'), toUnitId: lineA }],
      units: [],
      stays: false,
    },
    {
      do: 'move-responsibility',
      responsibilityId: inspection,
      fromPositionId: position('operator'),
      toPositionId: position('inspector'),
      raci: 'responsible',
    },
  ]
}

/** A draft over HTTP, and its version from step to step. */
export async function makeDraft(send: Send, changes: readonly Change[], day = planned, name = 'Split'): Promise<Kept> {
  const made = await send('POST', '/reorganisations', { name, day })
  const draft = keep(send, made.body.id as string, made.body.version as number)
  for (const change of changes) await draft.do('POST', 'changes', { change })
  return draft
}

export type Kept = {
  readonly id: string
  version: number
  do(method: 'POST' | 'PUT' | 'PATCH', deed: string, body?: object, as?: Send): Promise<Answer>
  read(what?: string, as?: Send): Promise<Answer>
}

function keep(send: Send, id: string, version: number): Kept {
  const draft: Kept = {
    id,
    version,
    async do(method, deed, body = {}, as = send) {
      const answer = await as(method, `/reorganisations/${id}${deed && `/${deed}`}`, {
        version: draft.version,
        ...body,
      })
      if (answer.status === 200) draft.version = answer.body.version as number
      return answer
    },
    read: (what = '', as = send) => as('GET', `/reorganisations/${id}${what && `/${what}`}`),
  }
  return draft
}
