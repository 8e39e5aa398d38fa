import { describe, expect, test } from 'vitest'
import { say } from '#kernel/i18n'
import { readSpreadsheet } from '#kernel/spreadsheet'
import { drawChart } from '#test/chart'
import { uploadAs } from '#test/upload'
import { openWorld, type Send, type World } from '#test/world'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const all = {
  'organisation.read': 'tenant',
  'organisation.edit': 'tenant',
  'organisation.read-contact': 'tenant',
  'organisation.read-absence': 'tenant',
  'transfer.import': 'tenant',
} as const

/** A firm with a past and a future: renamed, moved and closed things, seats of every kind, and words in three languages. */
async function drawFirm(world: World): Promise<void> {
  await world.within(async (ctx) => {
    const chart = await drawChart(ctx, {
      units: {
        PLANT: { kind: 'company', name: 'Plant' },
        LINE: { below: 'PLANT', kind: 'workshop', until: '2026-01-01' },
        OLD: { until: '2025-06-01' },
      },
      positions: {
        CEO: { isLead: true },
        HEAD: { unit: 'PLANT', reportsTo: 'CEO', isLead: true },
        HAND: { unit: 'LINE', reportsTo: 'HEAD', headcount: 12, until: '2025-12-01' },
        CHECK: { unit: 'PLANT', reportsTo: 'HEAD' },
      },
      people: {
        boss: { on: 'CEO' },
        ann: {
          seats: [
            { on: 'HAND', until: '2025-12-01' },
            { on: 'CHECK', from: '2025-12-01' },
          ],
        },
        ben: {
          on: 'HEAD',
          seats: [{ on: 'CHECK', kind: 'acting', sharePermille: 0, from: '2026-09-01', until: '2026-10-01' }],
        },
      },
    })
    const own = { tenant_id: ctx.tenantId }
    const [family, grade] = [ctx.newId(), ctx.newId()]
    await ctx.db
      .insertInto('job_family')
      .values({
        ...own,
        id: family,
        code: 'Q',
        name: JSON.stringify({ en: 'Quality', 'zh-CN': '质量', fr: 'Qualité' }),
        created_at: ctx.now,
      })
      .execute()
    await ctx.db
      .insertInto('grade')
      .values({
        ...own,
        id: grade,
        code: 'Q2',
        name: JSON.stringify({ 'zh-CN': '二级' }),
        rank: 2,
        job_family_id: family,
        created_at: ctx.now,
      })
      .execute()
    await ctx.db
      .updateTable('position_version')
      .set({ job_family_id: family, grade_id: grade })
      .where('position_id', '=', chart.positions['CHECK'] ?? '')
      .execute()
    await ctx.db
      .insertInto('legal_entity')
      .values({
        ...own,
        unit_id: chart.units['PLANT'] ?? '',
        registered_name: '甲厂有限公司',
        credit_code: '91350100M000100Y43',
        place: '福州',
      })
      .execute()
    await ctx.db
      .insertInto('dotted_line')
      .values({
        ...own,
        id: ctx.newId(),
        position_id: chart.positions['CHECK'] ?? '',
        to_position_id: chart.positions['CEO'] ?? '',
        kind: 'project',
        reason: '=1+1 "首件"',
        valid_from: '2026-01-01',
      })
      .execute()
    await ctx.db
      .insertInto('absence')
      .values({
        ...own,
        id: ctx.newId(),
        person_id: chart.people['ann'] ?? '',
        kind: 'sick',
        valid_from: '2026-02-01',
        valid_until: '2026-03-01',
      })
      .execute()
    await ctx.db
      .updateTable('person')
      .set({ latin_name: 'Ann', mobile: '13800138000', email: 'ann@example.org' })
      .where('id', '=', chart.people['ann'] ?? '')
      .execute()
    await ctx.db
      .updateTable('assignment')
      .set({ over_reason: 'Stands in', share_permille: 300 })
      .where('kind', '=', 'acting')
      .execute()
  })
}

const sheetsOf = async (bytes: Uint8Array) => {
  const first = await readSpreadsheet(bytes, 'a.xlsx')
  if (!first.ok) throw new Error('unread')
  const names = first.table.sheets ?? []
  return Promise.all(
    names.map(async (sheet) => {
      const read = await readSpreadsheet(bytes, 'a.xlsx', { sheet })
      return [sheet, read.ok ? [read.table.header, ...read.table.rows.map((row) => row.cells)] : read]
    }),
  )
}
const exported = async (send: Send, language = 'en') => {
  const answer = await send('GET', '/organisation/export', undefined, { 'x-language': language })
  expect(answer.status).toBe(200)
  return answer.bytes
}
const importing = async (send: Send, bytes: Uint8Array, path = '/imports') =>
  send('POST', path, { kind: 'organisation', fileId: await uploadAs(send, Buffer.from(bytes), 'o.xlsx', xlsx) })

test('what is exported in either language is taken into an empty company and exported the same, nothing lost', async () => {
  const world = await openWorld()
  await drawFirm(world)
  const { send } = await world.member({ may: all })
  const english = await exported(send)
  const other = await world.anotherTenant()
  const there = await world.member({ may: all, tenantId: other })
  // the file of the Chinese page, read back into a company that has nothing but its root
  const run = await importing(there.send, await exported(send, 'zh-CN'))
  expect(run.body).toMatchObject({ kind: 'organisation', rowCount: 21 })
  expect(await sheetsOf(await exported(there.send))).toEqual(await sheetsOf(english))
  const again = await importing(there.send, english, '/imports/preview')
  expect(again.body).toMatchObject({ created: 0, updated: 0, unchanged: 21, faultyRows: 0 })
  const seen = await there.send('GET', '/persons?on=2025-11-30&text=ann')
  expect(seen.body.rows).toMatchObject([{ latinName: 'Ann', positionTitle: { en: 'HAND' } }])
})

test('who may not see all of it may neither export nor import it', async () => {
  const world = await openWorld()
  const { ['organisation.read-absence']: _absence, ...less } = all
  const { send } = await world.member({ may: less })
  expect((await send('GET', '/organisation/export')).status).toBe(403)
  const { send: part } = await world.member({
    may: { ...all, 'organisation.edit': 'unit' },
    unitId: (await world.within((ctx) => drawChart(ctx, { units: { A: {} } }))).units['A'] ?? '',
  })
  expect((await part('GET', '/organisation/export')).status).toBe(403)
})

describe('problems', () => {
  // four workbooks are read, each in a process of its own
  test(
    'each is told with sheet, row, column and a sentence in both languages, and nothing is changed',
    { timeout: 90_000 },
    async () => {
      const world = await openWorld()
      await drawFirm(world)
      const { send } = await world.member({ may: all })
      const before = await sheetsOf(await exported(send))
      const { writeWorkbook } = await import('#kernel/spreadsheet')
      const sheet = (name: string, titles: string[], rows: (string | number)[][]) => ({
        name,
        columns: titles.map((title) => ({ title, kind: 'text' as const })),
        rows: rows.map((row) => row.map(String)),
      })
      const file = await writeWorkbook([
        sheet(
          'Units',
          ['Code', 'Name in English', 'Kind', 'Unit above', 'From', 'Until'],
          [
            ['A', 'A', 'Department', 'B', '2026-01-01', ''],
            ['B', 'B', 'Department', 'A', '2026-01-01', ''],
            ['C', 'C', 'Department', 'NOWHERE', '2026-01-01', ''],
            ['D', 'D', 'Department', '', '2026-01-01', ''],
            ['E', 'E', 'Department', 'OLD', '2025-01-01', ''],
            ['F', 'F', 'Department', 'ROOT', '2026-01-01', ''],
            ['F', 'F', 'Department', 'ROOT', '2026-06-01', ''],
          ],
        ),
        sheet(
          'Positions',
          ['Code', 'Title in English', 'Unit', 'Headcount', 'Answers to', 'From'],
          [
            ['P1', 'P', 'PLANT', 1, 'P1', '2026-01-01'],
            ['P2', 'P', 'OLD', 1, '', '2026-01-01'],
            ['P3', 'P', 'PLANT', 1, 'NOBODY', '2026-01-01'],
          ],
        ),
        sheet(
          'People',
          ['Staff number', 'Name'],
          [
            ['zoe', 'Zoe'],
            ['zoe', 'Zoe'],
          ],
        ),
        sheet(
          'Seats',
          ['Staff number', 'Position', 'Kind', 'Share (%)', 'From'],
          [
            ['zoe', 'CHECK', 'Main', 80, '2026-01-01'],
            ['zoe', 'HEAD', 'Concurrent', 30, '2026-01-01'],
            ['yan', 'CHECK', 'Main', 100, '2026-01-01'],
          ],
        ),
      ])
      const { body } = await importing(send, file, '/imports/preview')
      expect(
        body.faults.map((one: { sheet: string; line: number; fieldTitle: string; code: string }) =>
          [one.sheet, one.line, one.fieldTitle, one.code.replace('organisation.', '')].join(' '),
        ),
      ).toEqual(
        expect.arrayContaining([
          'Units 2 Unit above circle',
          'Units 3 Unit above circle',
          'Units 4 Unit above unknown-unit',
          'Units 5 Unit above second-top',
          'Units 6 Unit above unit-not-there',
          'Units 8 From overlaps',
          'Positions 2 Answers to circle',
          'Positions 3 Unit unit-not-there',
          'Positions 4 Answers to unknown-position',
          'People 3 Staff number twice',
          'Seats 2 Share (%) over-whole',
          'Seats 4 Staff number nobody',
        ]),
      )
      for (const { code, message } of body.faults) {
        expect(message).not.toMatch(/[{}]|^organisation/)
        expect(say('zh-CN', code.replace('.', '.faults.'))).toMatch(/\p{Script=Han}/u)
      }
      expect(await importing(send, file)).toMatchObject({ status: 422, body: { code: 'transfer.has-faults' } })
      expect(await sheetsOf(await exported(send))).toEqual(before)
    },
  )
})
