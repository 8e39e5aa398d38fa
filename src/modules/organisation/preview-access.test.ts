import { expect, test } from 'vitest'
import { drawChart } from '#test/chart'
import { openWorld } from '#test/world'

const edit = { 'organisation.read': 'tenant', 'organisation.edit': 'tenant' } as const

test('before somebody moves it is told who gains and who loses sight of whom; nothing has changed', async () => {
  const world = await openWorld()
  const chart = await world.within((ctx) =>
    drawChart(ctx, {
      units: { A: {}, B: {} },
      positions: {
        HEADA: { unit: 'A', isLead: true },
        HANDA: { unit: 'A', reportsTo: 'HEADA' },
        HEADB: { unit: 'B', isLead: true },
        HANDB: { unit: 'B', reportsTo: 'HEADB' },
      },
      people: { anna: { on: 'HEADA' }, bert: { on: 'HEADB' }, carl: { on: 'HANDA' } },
    }),
  )
  const person = (number: string) => chart.people[number] ?? ''
  const reports = { 'people.read': 'reports' } as const
  await world.member({ may: reports, personId: person('anna'), name: 'Anna' })
  await world.member({ may: reports, personId: person('bert'), name: 'Bert' })
  await world.member({ may: { 'people.read': 'self' }, personId: person('carl'), name: 'Carl' })
  const { send } = await world.member({ may: edit })
  const wanted = { positionId: chart.positions['HANDB'], kind: 'main', sharePermille: 1000, from: '2026-04-01' }
  const preview = await send('POST', `/persons/${person('carl')}/assignments/preview`, wanted)
  expect(preview.body).toMatchObject({
    on: '2026-04-01',
    people: [
      { name: 'anna', changes: expect.arrayContaining([{ permission: 'people.read', gained: none, lost: one }]) },
      { name: 'bert', changes: expect.arrayContaining([{ permission: 'people.read', gained: one, lost: none }]) },
    ],
  })
  const [carl] = (await send('GET', `/persons?ids=${person('carl')}&on=2026-04-01`)).body.rows
  expect(carl.positionId).toBe(chart.positions['HANDA'])
  const audits = await world.within((ctx) =>
    ctx.db.selectFrom('audit_row').select('id').where('action', '=', 'organisation.assignment-changed').execute(),
  )
  expect(audits).toEqual([])
  expect(
    (await send('POST', `/persons/${person('carl')}/assignments/preview`, { ...wanted, from: '2019-01-01' })).body.code,
  ).toBe('organisation.main-later')
  // the same question about the role: whoever holds it loses what it no longer grants
  const admin = await world.member({ may: { 'base.administer': 'tenant', 'base.manage-accounts': 'tenant' } })
  const roles = (await admin.send('GET', '/roles')).body
  const manager = roles.find((role: { key: string }) => role.key === 'manager')
  const grants = manager.grants.filter((grant: { permission: string }) => grant.permission !== 'people.export')
  await world.within((ctx) =>
    ctx.db.updateTable('person').set({ latin_name: 'Anna Li' }).where('id', '=', person('anna')).execute(),
  )
  const ask = async (language: string) =>
    (await admin.send('POST', `/roles/${manager.id}/preview`, { grants }, { 'x-language': language })).body
  const told = await ask('en')
  // in the reader's language, not by what the account is
  expect(told.people.map((one: { name: string }) => one.name)).toContain('Anna Li')
  expect((await ask('zh-CN')).people.map((one: { name: string }) => one.name)).toContain('anna')
  expect(told.people[0].changes).toMatchObject([{ permission: 'people.export', lost: { people: 1 } }])
  expect((await admin.send('GET', '/roles')).body).toEqual(roles)
})

const none = expect.objectContaining({ people: 0 })
const one = expect.objectContaining({ people: 1 })
