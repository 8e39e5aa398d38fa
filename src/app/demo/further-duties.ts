import type { Perform } from './perform.ts'
import { count, text, type Draft } from './draft-parts.ts'
import type { DemoWorld } from './set-up.ts'

type Row = { id: string; code: string }
type Made = { responsibilityId: string }

const admission: Draft = {
  name: text('供应商准入', 'Admitting suppliers'),
  purpose: text('只与经过审核的供应商合作', 'Work only with suppliers that were looked at'),
  activities: [
    text('审核资质与样品', 'Look at papers and samples'),
    text('维护合格供应商名录', 'Keep the list of good ones'),
  ],
  rights: ['indicators.correct'],
}
const sale: Draft = {
  name: text('双十一大促', 'Singles’ Day sale'),
  purpose: text('各部门同步备战大促', 'All departments get ready together'),
  activities: [text('排期与备货', 'Plan dates and stock'), text('每日复盘', 'Look back every day')],
}
const picking: Draft = {
  name: text('直播选品', 'Choosing goods for live streams'),
  purpose: text('让直播间的商品卖得动、退得少', 'Goods that sell and do not come back'),
  activities: [text('试用样品', 'Try samples'), text('核对毛利', 'Check the margin')],
  indicators: [count('chosen', text('选品数', 'Goods chosen'), 30, 1000, { fact: 'listing' })],
}

/**
 * What the half year did not bring up by itself: a draft, a project that a person holds, a responsibility made of another
 * with a target of its own, a unit that is informed, and one that nobody answers for.
 */
export async function addFurtherDuties(perform: Perform, { hr, responsibilityIds }: DemoWorld): Promise<void> {
  const units = await perform<Row[]>(hr, 'organisation.listUnits', {})
  const unit = (code: string) => units.find((one) => one.code === code)?.id
  const position = async (code: string) => {
    const { rows } = await perform<{ rows: Row[] }>(hr, 'organisation.listPositions', { text: code, limit: '50' })
    return rows.find((one) => one.code === code)?.id
  }
  const create = async (code: string, kind: string, unitId: string | undefined, draft: Draft, more: object = {}) =>
    (await perform<Made>(hr, 'responsibilities.createResponsibility', { ...draft, code, kind, unitId, ...more }))
      .responsibilityId
  const assign = (responsibilityId: string | undefined, holding: object) =>
    perform(hr, 'responsibilities.assignResponsibility', { responsibilityId, ...holding })

  const people = await perform<{ rows: Row[] }>(hr, 'organisation.listPersons', { text: '姜山', limit: '1' })
  const host = await create('SALE', 'project', unit('CT'), sale)
  await assign(host, { personId: people.rows[0]?.id, raci: 'accountable', weightPermille: 100 })
  for (const code of ['BD', 'WH', 'CS']) await assign(host, { unitId: unit(code), raci: 'responsible' })
  await create('ADMIT', 'control', unit('PU'), admission).then((id) =>
    position('PU-BUYER').then((positionId) => assign(id, { positionId, raci: 'responsible', weightPermille: 100 })),
  )
  await create('PICK', 'business', unit('CT'), picking, { isDraft: true })
  const keeping = responsibilityIds.get('KEEP')
  const east = await create('EAST', 'business', unit('BD-E'), {
    name: text('华东区经营', 'Business in the east'),
    purpose: text('对华东商家的整体经营结果负责', 'Answers for the whole business with merchants in the east'),
    parts: [
      {
        responsibilityId: keeping ?? '',
        mode: 'reference',
        weightPermille: 1000,
        targets: [{ key: 'retention', unitId: null, target: 0.8 }],
      },
    ],
  })
  await assign(east, { positionId: await position('BD-HEAD'), raci: 'accountable' })
  await assign(keeping, { unitId: unit('CS'), raci: 'informed' })
}
