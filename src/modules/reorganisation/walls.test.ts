import { expect, test } from 'vitest'
import type { Send } from '#test/world'
import { laboratory, makeDraft, openFactory, planned, splitOf, type Factory } from './world-for-tests.ts'

/** Every route that names a draft, called about the given one. */
function calls(draftId: string, changeId: string, factory: Factory): [Parameters<Send>[0], string, object?][] {
  const known = { version: 1 }
  const change = { do: 'close-unit', unitId: factory.unit('line') }
  const at = `/reorganisations/${draftId}`
  return [
    ['GET', at],
    ['PATCH', at, { ...known, name: 'X', note: '', day: planned }],
    ['POST', `${at}/submit`, known],
    ['POST', `${at}/return`, known],
    ['POST', `${at}/approve`, known],
    ['POST', `${at}/apply`, known],
    ['POST', `${at}/undo`, known],
    ['POST', `${at}/discard`, known],
    ['POST', `${at}/changes`, { ...known, change }],
    ['PUT', `${at}/changes/${changeId}`, { ...known, change }],
    ['POST', `${at}/changes/${changeId}/remove`, known],
    ['PUT', `${at}/order`, { ...known, changeIds: [] }],
    ['GET', `${at}/check`],
    ['GET', `${at}/comparison`],
    ['GET', `${at}/chart`],
    ['GET', `${at}/chart/pages`],
    ['POST', `${at}/access`, {}],
  ]
}

test('a draft of another tenant is not there, and lists never show it', async () => {
  const factory = await openFactory()
  const { world } = factory
  const author = await world.member({ role: 'hr' })
  const draft = await makeDraft(author.send, splitOf(factory).slice(0, 1))
  const changeId = (await draft.read()).body.changes[0].id
  const other = await world.anotherTenant()
  const stranger = await world.member({ role: 'hr', tenantId: other })
  const all = await world.member({
    tenantId: other,
    may: {
      'reorganisation.read': 'tenant',
      'reorganisation.edit': 'tenant',
      'reorganisation.approve': 'tenant',
      'reorganisation.apply': 'tenant',
    },
  })
  for (const [method, path, body] of calls(draft.id, changeId, factory)) {
    const answer = await all.send(method, path, body)
    expect([method, path, answer.status]).toEqual([method, path, 404])
  }
  expect((await stranger.send('GET', '/reorganisations')).body).toEqual({ total: 0, rows: [] })
  // nor may a draft name what belongs to another tenant
  const made = await stranger.send('POST', '/reorganisations', { name: 'Theirs', day: planned })
  const foreign = await stranger.send('POST', `/reorganisations/${made.body.id}/changes`, {
    version: 1,
    change: { do: 'close-unit', unitId: factory.unit('line') },
  })
  expect([foreign.status, foreign.body.code]).toEqual([404, 'base.not-found'])
  const theirUnit = await stranger.send('POST', '/reorganisations', {
    name: 'X',
    day: planned,
    unitId: factory.unit('line'),
  })
  expect(theirUnit.status).toBe(404)
})

test('without the permission nothing is done, and who may only read changes nothing', async () => {
  const factory = await openFactory()
  const { world } = factory
  const author = await world.member({ role: 'hr' })
  const draft = await makeDraft(author.send, splitOf(factory).slice(0, 1))
  const changeId = (await draft.read()).body.changes[0].id
  const nobody = await world.member({ role: 'employee' })
  const reader = await world.member({ role: 'auditor' })
  for (const [method, path, body] of calls(draft.id, changeId, factory)) {
    expect([path, (await nobody.send(method, path, body)).status]).toEqual([path, 403])
    const reads = method === 'GET' || path.endsWith('/access')
    const answer = await reader.send(method, path, reads ? body : { ...body, version: draft.version })
    expect([method, path, answer.status]).toEqual([method, path, reads ? 200 : 403])
  }
  expect((await world.anonymous('GET', `/reorganisations/${draft.id}`)).status).toBe(401)
})

test('who may re-organise a part of the firm sees and plans just that', async () => {
  const factory = await openFactory()
  const { world, unit, position } = factory
  const author = await world.member({ role: 'hr' })
  const whole = await makeDraft(author.send, [])
  const quality = await world.member({
    may: { 'reorganisation.read': 'unit', 'reorganisation.edit': 'unit' },
    unitId: unit('quality'),
  })
  expect((await quality.send('GET', `/reorganisations/${whole.id}`)).status).toBe(404)
  expect((await quality.send('POST', '/reorganisations', { name: 'X', day: planned })).status).toBe(403)
  const made = await quality.send('POST', '/reorganisations', { name: 'Ours', day: planned, unitId: unit('quality') })
  expect(made.status).toBe(200)
  const add = (change: object, version: number) =>
    quality.send('POST', `/reorganisations/${made.body.id}/changes`, { version, change })
  const own = { do: 'create-unit', unitId: laboratory, name: { en: 'Lab' }, kind: 'team', parentId: unit('quality') }
  expect((await add(own, 1)).status).toBe(200)
  expect((await add({ do: 'move-position', positionId: position('inspector'), unitId: laboratory }, 2)).status).toBe(
    200,
  )
  expect((await add({ do: 'close-unit', unitId: unit('line') }, 3)).status).toBe(404)
})
