import { expect, test } from 'vitest'
import { readSpreadsheet, writeWorkbook } from '#kernel/spreadsheet'
import { say } from '#kernel/i18n'
import { all as shopGrants, degree, openShop, writing } from '../src/modules/profiles/trial.ts'
import { winning } from '../src/modules/responsibilities/trial.ts'
import { uploadAs } from './upload.ts'
import { openWorld, type Send, type World } from './world.ts'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const all = {
  ...shopGrants,
  'organisation.read-contact': 'tenant',
  'organisation.read-absence': 'tenant',
  'transfer.import': 'tenant',
  'goals.read': 'tenant',
  'goals.edit': 'tenant',
} as const

/** A firm that uses every column: versions past, to come and in draft, parts, local targets, every kind of holder, goals, profiles. */
async function drawWhole(world: World): Promise<Send> {
  const { firm, responsibilityId } = await openShop(world)
  await world.within(async (ctx) => {
    const root = ctx.db.selectFrom('unit').select('id').where('code', '=', 'ROOT')
    await ctx.db.updateTable('unit_version').set({ parent_id: root }).where('unit_id', '=', firm.units.firm).execute()
    await ctx.db.updateTable('unit_version').set({ valid_from: '2026-01-01' }).execute()
  })
  const { send } = await world.member({ may: all })
  const done = async (method: Parameters<Send>[0], path: string, body: object) => {
    const answer = await send(method, path, body)
    expect([path, answer.status, answer.body.code]).toEqual([path, 200, undefined])
    return answer.body
  }
  const [first] = winning.indicators
  const rich = {
    ...winning,
    purpose: { en: 'Two\nlines', fr: 'Deux' },
    inputs: [{ 'zh-CN': '线索', fr: 'Pistes' }],
    processRules: [{ en: '=1+1 "first"' }],
    knowledge: [
      { kind: 'question', title: { en: 'Who signs?' }, body: { 'zh-CN': '负责人' } },
      { title: { 'zh-CN': '模板' }, link: '/library' },
    ],
    rights: ['organisation.read'],
    changeNote: 'From May on',
    indicators: [{ ...first, weightPermille: 1000, localTargets: [{ unitId: firm.units.service, target: 4.5 }] }],
    duties: [{ ...winning.duties[0], steps: [{ en: 'Call' }, { en: 'Go' }] }],
  }
  await done('POST', `/responsibilities/${responsibilityId}/versions`, { ...rich, from: '2026-05-01' })
  const draft = await done('POST', '/responsibilities', {
    name: { en: 'Serving' },
    code: 'SERVE',
    kind: 'support',
    unitId: null,
    isDraft: true,
    parts: [
      {
        responsibilityId,
        mode: 'reference',
        weightPermille: 1000,
        targets: [{ key: 'new-customers', unitId: firm.units.growth, target: 12 }],
      },
    ],
  })
  expect(draft.responsibilityId).toBeTruthy()
  const care = await done('POST', '/responsibilities', {
    name: { en: 'Care' },
    code: 'CARE',
    unitId: null,
    from: '2026-01-01',
  })
  const hold = (body: object) => done('POST', `/responsibilities/${care.responsibilityId}/holdings`, body)
  await hold({ unitId: firm.units.service, raci: 'accountable', weightPermille: 0, forUnitId: firm.units.service })
  await hold({
    personId: firm.people.wu,
    raci: 'responsible',
    weightPermille: 250,
    from: '2026-06-01',
    until: '2026-09-01',
  })
  const top = await done('POST', '/goals', {
    name: { en: 'Grow' },
    unitId: null,
    from: '2026-01-01',
    until: '2027-01-01',
  })
  const below = await done('POST', '/goals', {
    name: { en: 'Win' },
    measure: { en: '100 million' },
    parentId: top.goalId,
    unitId: firm.units.growth,
    ownerId: firm.people.lin,
    from: '2026-01-01',
    until: '2027-01-01',
  })
  await done('PUT', `/goals/${below.goalId}/responsibilities`, { responsibilityIds: [responsibilityId] })
  const profile = await done('POST', '/job-profiles', {
    name: { en: 'Clerk', fr: 'Commis' },
    requirements: [writing, degree],
  })
  await done('POST', `/job-profiles/${profile.profileId}/versions`, {
    name: { en: 'Clerk' },
    requirements: [writing],
    from: '2026-05-01',
    basedOn: profile.versionId,
  })
  await done('POST', `/positions/${firm.positions.operator}/profile`, {
    profileId: profile.profileId,
    requirements: [degree],
  })
  return send
}

const sheetsOf = async (bytes: Uint8Array) => {
  const first = await readSpreadsheet(bytes, 'a.xlsx')
  if (!first.ok) throw new Error('unread')
  const read = async (sheet: string) => {
    const one = await readSpreadsheet(bytes, 'a.xlsx', { sheet })
    return [sheet, one.ok ? [one.table.header, ...one.table.rows.map((row) => row.cells)] : one] as const
  }
  return Promise.all((first.table.sheets ?? []).map(read))
}
const exported = async (send: Send, language = 'en') => {
  const answer = await send('GET', '/organisation/export', undefined, { 'x-language': language })
  expect(answer.status).toBe(200)
  return answer.bytes
}
const importing = async (send: Send, bytes: Uint8Array, path = '/imports') =>
  send('POST', path, { kind: 'organisation', fileId: await uploadAs(send, Buffer.from(bytes), 'o.xlsx', xlsx) })

// each sheet of each workbook is read in a process of its own
const patient = { timeout: 180_000 }

test(
  'responsibilities, holdings, goals and profiles come out of an empty company as they went in',
  patient,
  async () => {
    const world = await openWorld()
    const send = await drawWhole(world)
    const english = await exported(send)
    const wanted = await sheetsOf(english)
    expect(wanted.map(([name, rows]) => [name, Array.isArray(rows) ? rows.length - 1 : rows])).toEqual([
      ['Units', 4],
      ['Companies', 0],
      ['Job families', 0],
      ['Grades', 0],
      ['Positions', 4],
      ['People', 4],
      ['Seats', 4],
      ['Dotted lines', 0],
      ['Long absences', 0],
      ['Responsibilities', 3],
      ['Responsibility versions', 4],
      ['Responsibility lines', 6],
      ['Responsibility knowledge', 2],
      ['Responsibility indicators', 3],
      ['Duties', 2],
      ['Responsibility parts', 1],
      ['Holdings', 4],
      ['Job profiles', 1],
      ['Job profile versions', 2],
      ['Position needs', 1],
      ['Goals', 2],
      ['Goals served', 1],
    ])
    const there = await world.member({ may: all, tenantId: await world.anotherTenant() })
    const taken = await importing(there.send, await exported(send, 'zh-CN'))
    expect([taken.status, taken.body.code]).toEqual([200, undefined])
    // the same in every byte
    expect((await exported(there.send)).equals(english)).toBe(true)
    const again = await importing(there.send, english, '/imports/preview')
    expect(again.body).toMatchObject({ created: 0, updated: 0, faultyRows: 0 })
    // not only the words: who answers, what is due and what is asked are there too
    const [won] = (await there.send('GET', '/responsibilities?text=Winning')).body.items
    expect(won).toMatchObject({
      number: 1,
      indicatorCount: 2,
      dutyCount: 1,
      accountable: { positionTitle: { en: 'Business developer' } },
    })
    const later = (await there.send('GET', `/responsibilities/${won.id}?day=2026-05-01`)).body.version
    expect(later).toMatchObject({
      number: 2,
      knowledge: [{ kind: 'question' }, { link: '/library' }],
      rights: ['organisation.read'],
    })
    expect(later.indicators[0].localTargets).toMatchObject([{ target: 4.5 }])
  },
)

test('a change in the file is a change there and nothing else; work keeps the duty it stands on', patient, async () => {
  const world = await openWorld()
  const send = await drawWhole(world)
  const duties = () =>
    world.within((ctx) => ctx.db.selectFrom('responsibility_duty').select(['id', 'name']).orderBy('id').execute())
  const before = await duties()
  const sheets = (await sheetsOf(await exported(send))).map(([name, rows]) => ({
    name,
    columns: (rows as string[][])[0]?.map((title) => ({ title, kind: 'text' as const })) ?? [],
    rows: (rows as string[][]).slice(1).map((row) => row.map((cell) => (cell === 'Visit' ? 'Look in' : cell))),
  }))
  const run = await importing(send, await writeWorkbook(sheets))
  expect(run.body).toMatchObject({ created: 0, updated: 2 })
  expect((await duties()).map(({ id, name }) => [id, (name as { en: string }).en])).toEqual(
    before.map(({ id }) => [id, 'Look in']),
  )
})

test(
  'each mistake is told with its sheet, row and a sentence in both languages, and nothing is changed',
  patient,
  async () => {
    const world = await openWorld()
    const send = await drawWhole(world)
    const before = await exported(send)
    const { code } = (await send('GET', '/responsibilities?text=Winning')).body.items[0]
    const sheet = (name: string, titles: string[], ...rows: (string | number)[][]) => ({
      name,
      columns: titles.map((title) => ({ title, kind: 'text' as const })),
      rows: rows.map((row) => row.map(String)),
    })
    const file = await writeWorkbook([
      sheet(
        'Responsibilities',
        ['Code', 'Unit', 'Kind of work'],
        ['NEW', 'NOWHERE', 'Business'],
        ['R2', '', 'Control'],
        ['R2', '', 'Control'],
      ),
      sheet(
        'Responsibility versions',
        ['Responsibility', 'Version', 'Name in English', 'From', 'Until'],
        ['NEW', 1, '', '2026-01-01', ''],
        ['R2', 1, 'Two', '2026-01-01', ''],
        ['R2', 2, 'Two', '2026-03-01', ''],
        [code, 1, 'Winning customers', '2026-01-01', ''],
      ),
      sheet(
        'Responsibility indicators',
        ['Responsibility', 'Version', 'Key', 'Direction', 'Target', 'Weight (%)', 'Period', 'Measure'],
        [
          'R2',
          1,
          'a',
          'More is better',
          3,
          60,
          'Per day',
          '{"kind":"figure","figure":{"take":"count","fact":"visit"}}',
        ],
        [
          'R2',
          7,
          'a',
          'More is better',
          3,
          100,
          'Per day',
          '{"kind":"figure","figure":{"take":"count","fact":"visit"}}',
        ],
      ),
      sheet(
        'Holdings',
        ['Responsibility', 'Position', 'Unit', 'Role', 'Share of work (%)', 'From'],
        ['R2', 'LEAD', '', 'Accountable', 60, '2026-01-01'],
        ['R2', 'OPS', '', 'Accountable', 10, '2026-02-01'],
        ['R2', 'LEAD', 'GROWTH', 'Informed', 0, '2026-01-01'],
        ['NEW', 'LEAD', '', 'Responsible', 50, '2026-01-01'],
        ['NEW', 'GONE', '', 'Responsible', 50, '2026-01-01'],
      ),
      sheet(
        'Goals',
        ['Key', 'Name in English', 'Helps to reach', 'From', 'Until'],
        [
          '00000000-0000-4000-8000-000000000001',
          'G',
          '00000000-0000-4000-8000-000000000001',
          '2026-01-01',
          '2027-01-01',
        ],
      ),
    ])
    const { body } = await importing(send, file, '/imports/preview')
    const told = body.faults.map(
      (one: { sheet: string; line: number; code: string }) => `${one.sheet} ${one.line} ${one.code}`,
    )
    for (const fault of [
      'Responsibilities 2 organisation.unknown-there',
      'Responsibilities 4 organisation.row-twice',
      'Responsibility versions 2 responsibilities.needs-name',
      'Responsibility versions 4 responsibilities.version-overlaps',
      'Responsibility versions 0 organisation.left-out',
      'Responsibility indicators 2 responsibilities.weights-off',
      'Responsibility indicators 3 organisation.unknown-there',
      'Holdings 3 responsibilities.second-accountable',
      'Holdings 4 responsibilities.one-holder',
      'Holdings 2 responsibilities.too-heavy',
      'Holdings 6 organisation.unknown-there',
      'Goals 2 organisation.circle',
    ])
      expect(told).toContain(fault)
    for (const fault of body.faults) {
      expect(fault.message).not.toMatch(/[{}]|^(organisation|responsibilities)\./)
      expect(say('zh-CN', fault.code.replace('.', '.faults.'))).toMatch(/\p{Script=Han}/u)
    }
    const bad = await writeWorkbook([
      sheet(
        'Duties',
        ['Responsibility', 'Version', 'Key', 'Cadence', 'Kind of fact'],
        [code, 1, 'NO KEY', '{"every":"dog"}', 'visit'],
      ),
    ])
    expect((await importing(send, bad, '/imports/preview')).body.faults).toMatchObject([
      { line: 2, code: 'organisation.bad-form' },
      { line: 2, code: 'organisation.bad-content' },
    ])
    expect(await importing(send, file)).toMatchObject({ status: 422, body: { code: 'transfer.has-faults' } })
    expect((await exported(send)).equals(before)).toBe(true)
  },
)

test('who may not change all responsibilities neither gets their sheets nor brings them', patient, async () => {
  const world = await openWorld()
  const send = await drawWhole(world)
  const { ['responsibilities.edit']: _edit, ...less } = all
  const { send: part } = await world.member({ may: less })
  const names = (await sheetsOf(await exported(part))).map(([name]) => name)
  expect(names).toContain('Goals')
  expect(names).not.toContain('Holdings')
  expect(await importing(part, await exported(send))).toMatchObject({ status: 403, body: { code: 'base.forbidden' } })
})
