import { expect, test } from 'vitest'
import { defineModule } from '#core/manifest'
import { openWorld } from '#test/world'
import { bindServer } from './bind.ts'
import { perform } from './jobs.ts'

test('a job runs in every company also when it fails in one, and still counts as failed', async () => {
  const world = await openWorld()
  const other = await world.anotherTenant()
  const manifest = defineModule({
    name: 'probe',
    requires: [],
    tables: [],
    permissions: [],
    grants: {},
    routes: {},
    events: [],
    listens: [],
    jobs: { look: {} },
    screens: {},
    settings: {},
  })
  const seen: string[] = []
  const probe = bindServer(manifest, {
    routes: {},
    listens: {},
    jobs: {
      async look(ctx) {
        seen.push(ctx.tenantId)
        if (ctx.tenantId === world.tenantId) throw new Error('here it fails')
      },
    },
  })
  const house = { ...world.house, modules: [...world.house.modules, probe] }
  await expect(perform(house, 'probe', 'look', {})).rejects.toThrow('here it fails')
  expect(seen.toSorted()).toEqual([world.tenantId, other].toSorted())
})
