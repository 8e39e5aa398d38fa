import { expect, test } from 'vitest'
import { openWorld } from '#test/world'

test('a session tells who I am and what I may do; without one it tells that nobody is signed in', async () => {
  const world = await openWorld()
  const { send } = await world.member({ may: { 'base.administer': 'tenant' }, name: 'Li Min' })
  const mine = await send('GET', '/session')
  expect(mine.body).toMatchObject({
    account: { name: 'Li Min' },
    tenant: { slug: 'acme' },
    permissions: { 'base.administer': 'all' },
  })
  expect((await world.anonymous('GET', '/session')).body).toMatchObject({ account: null, tenant: null })
})
