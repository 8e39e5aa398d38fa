import { expect, test } from 'vitest'
import { openDraft } from './index.ts'
import { laboratory, makeDraft, openFactory, planned, splitOf } from './world-for-tests.ts'

test('a comparison tells units, positions, people, lines, headcount, responsibilities and alarms', async () => {
  const factory = await openFactory()
  const { world, position, person } = factory
  const { send } = await world.member({ role: 'hr' })
  const draft = await makeDraft(send, [
    ...splitOf(factory),
    { do: 'change-line', positionId: position('inspector'), reportsToId: position('director'), day: '2026-07-01' },
    {
      do: 'reassign-person',
      personId: person('quinn'),
      fromPositionId: position('head-of-quality'),
      toPositionId: null,
    },
  ])
  const { body } = await draft.read('comparison')
  expect(body.day).toBe('2026-07-01')
  expect(
    body.differences.map((one: Record<string, unknown>) => [
      one['what'],
      (one['name'] as { en: string }).en,
      one['mark'],
    ]),
  ).toEqual(
    expect.arrayContaining([
      ['unit', 'Laboratory', 'added'],
      ['unit', 'line', 'removed'],
      ['unit', 'Line A', 'added'],
      ['position', 'operator', 'moved'],
      ['position', 'inspector', 'moved'],
    ]),
  )
  const inspector = body.differences.find((one: { id: string }) => one.id === position('inspector'))
  expect(inspector.sentences).toEqual([
    'Moves from “quality” to “Laboratory”',
    'Answers to “director” instead of “head-of-quality”',
  ])
  const people = Object.fromEntries(body.people.map((one: { name: string }) => [one.name, one]))
  expect(Object.keys(people).toSorted()).toEqual(['ida', 'otto', 'quinn'])
  expect(people['ida']).toMatchObject({
    managerBefore: { name: 'quinn' },
    managerAfter: { name: 'dan' },
    isMoved: true,
  })
  expect(people['quinn']).toMatchObject({ after: [], managerAfter: null })
  expect(body.lines).toMatchObject([
    { title: { en: 'inspector' }, before: { en: 'head-of-quality' }, after: { en: 'director' } },
  ])
  expect(body.headcounts).toContainEqual(
    expect.objectContaining({ before: { headcount: 0, seated: 0 }, after: { headcount: 2, seated: 1 } }),
  )
  expect(body.responsibilities).toMatchObject([
    { gives: [{ holder: 'operator', raci: 'responsible' }], takes: [{ holder: 'inspector', raci: 'responsible' }] },
  ])
  expect(body.alarms.raised).toEqual([
    { code: 'accountable-vacant', sentence: 'The position accountable for “Inspection” is vacant' },
  ])
})

test('the chart shows what comes, and what goes where it hung', async () => {
  const factory = await openFactory()
  const { unit, position } = factory
  const { send } = await factory.world.member({ role: 'hr' })
  const draft = await makeDraft(send, splitOf(factory))
  const units = (await draft.read('chart')).body.nodes as Record<string, unknown>[]
  const at = (id: string) => units.find((node) => node['id'] === id)
  expect(at(laboratory)).toMatchObject({ mark: 'added', parentId: unit('quality'), headcount: 2, seated: 1 })
  expect(at(unit('line'))).toMatchObject({ mark: 'removed', parentId: unit('production'), headcount: 3 })
  expect(at(unit('quality'))).toMatchObject({ people: [{ name: 'quinn' }], headcount: 3, seated: 2 })
  expect(at(unit('quality'))).not.toHaveProperty('mark')
  const positions = (await draft.read('chart?of=position')).body.nodes as Record<string, unknown>[]
  expect(positions.find((node) => node['id'] === position('inspector'))).toMatchObject({
    mark: 'moved',
    note: { en: 'Laboratory' },
    people: [{ name: 'ida' }],
    changes: ['Moves from “quality” to “Laboratory”'],
  })

  const printed = await draft.read('chart/pages?of=position&level=9&paper=a3')
  expect([printed.status, printed.bytes.subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
})

test('access gained and lost is told by person before anything is written', async () => {
  const factory = await openFactory()
  const { world, person, position } = factory
  const author = await world.member({ role: 'hr' })
  await world.member({ role: 'employee', personId: person('quinn'), name: 'Quinn' })
  await world.member({ role: 'employee', personId: person('pia'), name: 'Pia' })
  const draft = await makeDraft(author.send, [
    { do: 'change-line', positionId: position('inspector'), reportsToId: position('head-of-production') },
  ])
  const answer = await author.send('POST', `/reorganisations/${draft.id}/access`, {})
  expect(answer.status).toBe(200)
  const byName = Object.fromEntries(
    answer.body.people.map((one: { name: string; changes: unknown[] }) => [one.name, one.changes]),
  )
  expect(Object.keys(byName).toSorted()).toEqual(['Pia', 'Quinn'])
  const contact = (name: string) =>
    byName[name].find((one: { permission: string }) => one.permission === 'organisation.read-contact')
  expect(contact('Pia')).toMatchObject({ gained: { personIds: [person('ida')] }, lost: { people: 0 } })
  expect(contact('Quinn')).toMatchObject({ gained: { people: 0 }, lost: { personIds: [person('ida')] } })
  expect(answer.body.names.people[person('ida')]).toBe('ida')
  // looked at, and taken back
  const now = await author.send('GET', `/positions/${position('inspector')}?on=${planned}`)
  expect(now.body.reportsToId).toBe(position('head-of-quality'))
})

test('another module opens a draft with changes; what they name must be there', async () => {
  const factory = await openFactory()
  const { world, position, inspection } = factory
  const change = {
    do: 'move-responsibility' as const,
    responsibilityId: inspection,
    fromPositionId: position('operator'),
    toPositionId: position('inspector'),
    raci: 'responsible' as const,
  }
  const { draftId } = await world.within((ctx) =>
    openDraft(ctx, { name: 'Who leads', day: planned, changes: [change] }),
  )
  const { send } = await world.member({ role: 'hr' })
  const { body } = await send('GET', `/reorganisations/${draftId}`)
  expect(body).toMatchObject({ name: 'Who leads', changeCount: 1, changes: [{ change }] })
  await expect(
    world.within((ctx) =>
      openDraft(ctx, { name: 'X', day: planned, changes: [{ ...change, responsibilityId: laboratory }] }),
    ),
  ).rejects.toMatchObject({ code: 'base.not-found' })
})
