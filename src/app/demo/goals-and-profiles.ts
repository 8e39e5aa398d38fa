import type { Day } from '#core/calendar'
import type { LocalText } from '#core/local-text'
import { text } from './draft-parts.ts'
import type { Perform } from './perform.ts'
import type { DemoWorld } from './set-up.ts'

type Row = { id: string; code: string }
const skill = (name: LocalText, level: number, weight: number) => ({ kind: 'skill', name, level, weight })

const profiles = [
  {
    code: 'BD-CLERK',
    name: text('商务拓展专员', 'Business developer'),
    summary: text('拓展新商家，维护已签约的商家。', 'Wins new merchants and keeps those who signed.'),
    positions: ['BD-N-CLERK', 'BD-E-CLERK'],
    requirements: [
      skill(text('商务谈判', 'Negotiation'), 4.5, 80),
      skill(text('书面表达', 'Writing'), 3.5, 40),
      { kind: 'experience', years: 2, field: text('销售或招商', 'Sales or merchant acquisition'), weight: 50 },
      { kind: 'education', level: 'college', weight: 30 },
      { kind: 'certificate', name: text('驾驶证 C1', 'Driving licence C1'), strength: 'wish' },
    ],
  },
  {
    code: 'SERVICE',
    name: text('客户服务专员', 'Service agent'),
    summary: text('及时、准确、有礼地解决客户的问题。', 'Solves customers’ problems in time, rightly and politely.'),
    positions: ['CS-AGENT'],
    requirements: [
      skill(text('沟通', 'Communication'), 4, 80),
      skill(text('情绪管理', 'Keeping calm'), 4, 60),
      { kind: 'education', level: 'vocational', weight: 20 },
    ],
  },
] as const

/** What jobs ask for, one description on record, and this year's goals: two of them not yet served. */
export async function addGoalsAndProfiles(perform: Perform, { hr }: DemoWorld, today: Day): Promise<void> {
  const { rows } = await perform<{ rows: Row[] }>(hr, 'organisation.listPositions', { limit: '500' })
  const position = (code: string) => rows.find((one) => one.code === code)?.id
  for (const { positions, ...profile } of profiles) {
    const { profileId } = await perform<{ profileId: string }>(hr, 'profiles.createProfile', profile)
    for (const code of positions) await perform(hr, 'profiles.followProfile', { positionId: position(code), profileId })
  }
  const positionId = position('CS-AGENT')
  const { contentHash } = await perform<{ contentHash: string }>(hr, 'profiles.readDescription', { positionId })
  await perform(hr, 'profiles.issueDescription', { positionId, contentHash, note: '首次签发' })

  const units = await perform<Row[]>(hr, 'organisation.listUnits', {})
  const year = Number(today.slice(0, 4))
  const goal = async (name: LocalText, unit: string | null, more: { parentId?: string; measure?: LocalText } = {}) => {
    const unitId = units.find((one) => one.code === unit)?.id ?? null
    const period = { from: `${year}-01-01`, until: `${year + 1}-01-01` }
    return (await perform<{ goalId: string }>(hr, 'goals.createGoal', { name, unitId, ...period, ...more })).goalId
  }
  const serve = async (goalId: string, codes: readonly string[]) => {
    const { items } = await perform<{ items: Row[] }>(hr, 'responsibilities.listResponsibilities', { limit: '500' })
    const responsibilityIds = items.filter((item) => codes.includes(item.code)).map((item) => item.id)
    await perform(hr, 'goals.serveGoal', { goalId, responsibilityIds })
  }
  const sales = await goal(text('全年成交额 3 亿元', 'Sales of 300 million'), null, {
    measure: text('财务确认的成交额', 'As confirmed by finance'),
  })
  const merchants = { parentId: sales }
  await serve(await goal(text('新签商家 600 家', '600 new merchants'), 'BD', merchants), ['WIN', 'LEAD-BD'])
  await serve(await goal(text('商家留存率 90 %', 'Keep 90 % of merchants'), 'BD', merchants), ['KEEP', 'EAST'])
  await goal(text('直播成交占比 30 %', '30 % of sales by live streams'), 'CT', merchants)
  await serve(await goal(text('客户满意度 95 %', '95 % of customers satisfied'), 'CS'), ['SERVICE'])
  await goal(text('零重大安全事故', 'No serious accident'), null)
}
