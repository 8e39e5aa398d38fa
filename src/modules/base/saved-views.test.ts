import { expect, test } from 'vitest'
import { openWorld } from '#test/world'

const view = { screen: 'tasks.tasks', name: 'Late', state: { search: 'x', values: { show: ['late'] } } }

test('a view is one’s own until it is shared; the same name replaces it; others’ are left alone', async () => {
  const world = await openWorld()
  const { send: ann } = await world.member({ role: 'employee', name: 'Ann' })
  const { send: boss } = await world.member({ role: 'hr', name: 'Boss' })
  const list = async (send = ann, screen = view.screen) => (await send('GET', `/saved-views?screen=${screen}`)).body
  const { viewId } = (await ann('POST', '/saved-views', view)).body
  expect(await list()).toEqual({
    mayShare: false,
    rows: [{ id: viewId, name: 'Late', state: view.state, isShared: false, isMine: true, ownerName: null }],
  })
  expect((await list(boss)).rows).toEqual([])
  expect((await list(ann, 'tasks.board')).rows).toEqual([])
  const span = { search: '', values: { due: { from: '2026-03-01', until: '2026-03-31' } } }
  expect((await ann('POST', '/saved-views', { ...view, state: span })).body).toEqual({ viewId })
  expect((await list()).rows).toMatchObject([{ state: span }])
  expect((await ann('POST', '/saved-views', { ...view, isShared: true })).status).toBe(403)

  const shared = (await boss('POST', '/saved-views', { ...view, name: 'All late', isShared: true })).body.viewId
  expect((await list()).rows).toMatchObject([{ name: 'Late' }, { name: 'All late', isMine: false, ownerName: 'Boss' }])
  expect((await ann('DELETE', `/saved-views/${shared}`)).status).toBe(403)
  expect((await boss('DELETE', `/saved-views/${viewId}`)).status).toBe(404)
  expect((await ann('DELETE', `/saved-views/${viewId}`)).body).toEqual({ viewId })
  expect((await ann('DELETE', `/saved-views/${viewId}`)).status).toBe(404)
  const { send: admin } = await world.member({ role: 'administrator' })
  const { send: foreigner } = await world.member({ role: 'administrator', tenantId: await world.anotherTenant() })
  expect((await foreigner('DELETE', `/saved-views/${shared}`)).status).toBe(404)
  expect((await list(foreigner)).rows).toEqual([])
  expect((await admin('DELETE', `/saved-views/${shared}`)).status).toBe(200)
  expect((await world.anonymous('GET', '/saved-views?screen=tasks.tasks')).status).toBe(401)
  expect((await ann('POST', '/saved-views', { ...view, screen: '../x' })).status).toBe(400)
})

test('nobody keeps more than five hundred', async () => {
  const world = await openWorld()
  const { send, accountId } = await world.member({ role: 'employee' })
  await world.within((ctx) =>
    ctx.db
      .insertInto('saved_view')
      .values(
        Array.from({ length: 500 }, (_, at) => ({
          tenant_id: ctx.tenantId,
          id: ctx.newId(),
          screen: 'tasks.tasks',
          name: `View ${at}`,
          state: '{}',
          account_id: accountId,
          created_at: ctx.now,
        })),
      )
      .execute(),
  )
  expect((await send('POST', '/saved-views', view)).body).toMatchObject({ code: 'base.too-many-views', limit: 500 })
})
