import { expect, test } from 'vitest'
import { drawChart } from '#test/chart'
import { openWorld } from '#test/world'

const edit = {
  'organisation.read': 'tenant',
  'organisation.edit': 'tenant',
  'organisation.read-absence': 'tenant',
} as const
const firm = {
  units: { A: { kind: 'company' }, B: {} },
  positions: { P: { unit: 'A' }, Q: { unit: 'B' }, R: { unit: 'B', until: '2026-06-01' } },
  people: { ann: { on: 'P' }, ben: { on: 'Q' } },
}

test('a dotted line is drawn from a day on, corrected, ended, and taken back before it begins; each is audited', async () => {
  const world = await openWorld()
  const { positions } = await world.within((ctx) => drawChart(ctx, firm))
  const [P = '', Q = '', R = ''] = [positions['P'], positions['Q'], positions['R']]
  const { send } = await world.member({ may: edit })
  const draw = (from: string, to: string, more: object = {}) =>
    send('POST', `/positions/${from}/dotted-lines`, { toPositionId: to, from: '2026-04-01', reason: 'Audits', ...more })
  const made = await draw(P, Q)
  expect(made.status).toBe(200)
  expect((await send('GET', `/positions/${Q}`)).body.dotted).toMatchObject([
    { positionTitle: { en: 'P' }, toPositionTitle: { en: 'Q' }, kind: 'functional', reason: 'Audits', until: null },
  ])
  expect((await draw(P, P)).body.code).toBe('organisation.dotted-to-itself')
  expect((await draw(P, Q, { from: '2026-08-01' })).body.code).toBe('organisation.dotted-twice')
  expect((await draw(P, R)).body.code).toBe('organisation.position-not-there')
  expect((await draw(P, R, { until: '2026-06-01' })).status).toBe(200)
  const { id } = made.body
  const corrected = { toPositionId: Q, from: '2026-05-01', kind: 'project', reason: 'Launch' }
  expect((await send('PATCH', `/dotted-lines/${id}`, corrected)).status).toBe(200)
  expect((await send('POST', `/dotted-lines/${id}/end`, { until: '2026-04-01' })).body.code).toBe(
    'organisation.ends-before-it-begins',
  )
  expect((await send('POST', `/dotted-lines/${id}/end`, { until: '2026-09-01' })).status).toBe(200)
  expect((await send('DELETE', `/dotted-lines/${id}`)).status).toBe(200)
  world.time.now = new Date('2026-03-04T09:00:00Z')
  const past = await draw(P, Q, { from: '2026-01-01' })
  expect((await send('DELETE', `/dotted-lines/${past.body.id}`)).body.code).toBe('organisation.already-begun')
  const audits = await world.within((ctx) =>
    ctx.db.selectFrom('audit_row').select('id').where('action', '=', 'organisation.dotted-line-changed').execute(),
  )
  expect(audits).toHaveLength(6)
})

test('job families and grades are kept under a lock, borne by positions, and stay while anybody bore them', async () => {
  const world = await openWorld()
  const { positions, units } = await world.within((ctx) => drawChart(ctx, firm))
  const { send } = await world.member({ may: edit })
  const family = (await send('POST', '/job-families', { code: 'Q', name: { en: 'Quality' } })).body
  const grade = (await send('POST', '/grades', { code: 'Q1', name: { en: 'First' }, rank: 1, jobFamilyId: family.id }))
    .body
  expect((await send('POST', '/grades', { code: 'Q1', name: { en: 'x' }, rank: 2 })).body.code).toBe(
    'organisation.code-taken',
  )
  const renamed = { version: 1, code: 'Q1', name: { en: 'Grade one' }, rank: 1, jobFamilyId: family.id }
  expect((await send('PATCH', `/grades/${grade.id}`, renamed)).body).toMatchObject({ version: 2 })
  expect((await send('PATCH', `/grades/${grade.id}`, renamed)).status).toBe(409)
  const change = {
    unitId: units['A'],
    title: { en: 'P' },
    reportsToId: null,
    jobFamilyId: family.id,
    gradeId: grade.id,
    from: '2026-04-01',
  }
  expect((await send('POST', `/positions/${positions['P']}/versions`, change)).status).toBe(200)
  expect((await send('GET', `/positions/${positions['P']}?on=2026-04-01`)).body).toMatchObject({ gradeId: grade.id })
  expect((await send('GET', `/positions/${positions['P']}?on=2026-03-31`)).body).toMatchObject({ gradeId: null })
  expect((await send('DELETE', `/grades/${grade.id}`)).body.code).toBe('organisation.grade-in-use')
  const spare = (await send('POST', '/job-families', { code: 'S', name: { en: 'Spare' } })).body
  expect((await send('DELETE', `/job-families/${spare.id}`)).status).toBe(204)
  expect((await send('GET', '/grades')).body).toMatchObject({ families: [{ code: 'Q' }], grades: [{ code: 'Q1' }] })
  // a part of the firm does not decide on what all of it shares
  const part = await world.member({ may: { ...edit, 'organisation.edit': 'unit' }, unitId: units['A'] ?? '' })
  expect((await part.send('POST', '/job-families', { code: 'X', name: { en: 'X' } })).status).toBe(403)
})

test('what the register says of a company is kept; a wrong code, a second one and a department are refused', async () => {
  const world = await openWorld()
  const { units, rootId } = await world.within((ctx) => drawChart(ctx, firm))
  const { send } = await world.member({ may: edit })
  const entity = { registeredName: '甲厂有限公司', creditCode: '91350100m000100y43', place: '福州', version: 0 }
  const put = (id: string | undefined, body: object) => send('PUT', `/units/${id}/legal-entity`, body)
  expect((await put(units['A'], { ...entity, creditCode: '91350100M000100Y44' })).body.code).toBe(
    'organisation.bad-credit-code',
  )
  expect((await put(units['B'], entity)).body.code).toBe('organisation.not-a-company')
  expect((await put(units['A'], entity)).body).toMatchObject({ version: 1 })
  expect((await put(units['A'], entity)).status).toBe(409)
  expect((await put(rootId, entity)).body.code).toBe('organisation.code-taken')
  expect((await send('GET', `/units/${units['A']}`)).body.legalEntity).toMatchObject({
    creditCode: '91350100M000100Y43',
  })
})

test('a long absence is entered, corrected and taken back; its kind is seen only by who may', async () => {
  const world = await openWorld()
  const { people } = await world.within((ctx) => drawChart(ctx, firm))
  const { send } = await world.member({ may: edit })
  const path = `/persons/${people['ann']}/absences`
  const made = await send('POST', path, { kind: 'maternity', from: '2026-04-01' })
  expect((await send('POST', path, { kind: 'sick', from: '2026-05-01' })).body.code).toBe('organisation.away-already')
  const until = { kind: 'maternity', from: '2026-04-01', until: '2026-08-01' }
  expect((await send('PATCH', `/absences/${made.body.id}`, until)).status).toBe(200)
  expect((await send('GET', path)).body).toMatchObject([{ kind: 'maternity', until: '2026-08-01' }])
  const ben = await world.member({
    may: { 'organisation.read': 'tenant', 'organisation.read-absence': 'self' },
    personId: people['ben'] ?? '',
  })
  expect((await ben.send('GET', path)).status).toBe(404)
  expect((await ben.send('GET', `/persons/${people['ben']}/absences`)).body).toEqual([])
  expect((await send('DELETE', `/absences/${made.body.id}`)).status).toBe(200)
})

test('who works in two companies is found in both and counted once', async () => {
  const world = await openWorld()
  const { units, people } = await world.within((ctx) =>
    drawChart(ctx, {
      units: { A: { kind: 'company' }, B: { kind: 'company' } },
      positions: { P: { unit: 'A' }, Q: { unit: 'B' }, S: { unit: 'B' } },
      people: {
        ann: {
          on: 'P',
          seats: [
            { on: 'Q', kind: 'concurrent' },
            { on: 'S', kind: 'acting' },
          ],
        },
        ben: { on: 'Q' },
      },
    }),
  )
  const all = await world.member({ may: { ...edit, 'people.read': 'tenant' } })
  const numbers = async (send: typeof all.send, query: string) =>
    (await send('GET', `/roster?${query}`)).body.rows.map((row: { number: string }) => row.number)
  expect(await numbers(all.send, `unitId=${units['A']}`)).toEqual(['ann'])
  expect(await numbers(all.send, `unitId=${units['B']}`)).toEqual(['ann', 'ben'])
  expect(await numbers(all.send, `unitId=${units['B']}&kind=main`)).toEqual(['ben'])
  expect((await all.send('GET', '/roster')).body.total).toBe(2)
  const ofB = await world.member({
    may: { 'organisation.read': 'unit', 'organisation.edit': 'unit', 'people.read': 'unit' },
    unitId: units['B'] ?? '',
  })
  expect(await numbers(ofB.send, '')).toEqual(['ann', 'ben'])
  // seen there, but the record stays with the company of the main seat
  expect((await ofB.send('GET', `/persons/${people['ann']}`)).body.mayEdit).toBe(false)
})
