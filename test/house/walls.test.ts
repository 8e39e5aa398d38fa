import { beforeAll, afterAll, describe, expect, test } from 'vitest'
import { fillPath, pathNames } from '#core/contract'
import { manifests } from '../../src/app/modules.ts'
import { openWorld, type Send, type World } from '#test/world'
import { sampleInput } from './sample-input.ts'
import { secretTenant, type Secrets } from './secret-tenant.ts'

let world: World
let close: () => Promise<void>
let secrets: Secrets
let everything: Send
let nothing: Send

beforeAll(async () => {
  world = await openWorld({ keep: (end) => (close = end) })
  secrets = await secretTenant(world)
  const all = Object.fromEntries(
    manifests.flatMap((manifest) => manifest.permissions.map((permission) => [permission, 'tenant' as const])),
  )
  everything = (await world.member({ may: all })).send
  nothing = (await world.member({ may: {} })).send
})
afterAll(() => close())

const routes = manifests.flatMap((manifest) =>
  Object.entries(manifest.routes).map(([name, route]) => [`${manifest.name}.${name}`, route] as const),
)
const plain = routes.filter(
  ([, route]) => route.kind === undefined || route.kind === 'json' || route.kind === 'download',
)

function ask(send: Send, [, route]: (typeof routes)[number], id: string) {
  const { path, rest } = fillPath(route.path, sampleInput(route, id))
  if (route.method !== 'GET') return send(route.method, path, rest)
  const query = new URLSearchParams(
    Object.entries(rest).map(([key, value]): [string, string] => [key, String(value)]),
  ).toString()
  return send('GET', query ? `${path}?${query}` : path)
}

describe('nobody signed in', () => {
  test.each(routes.filter(([, route]) => route.permission !== 'public'))('%s answers 401', async (name, route) => {
    const answer = await ask(world.anonymous, [name, route], crypto.randomUUID())
    expect([answer.status, answer.body.code]).toEqual([401, 'base.not-signed-in'])
  })
})

describe('signed in without any right', () => {
  test.each(plain.filter(([, route]) => route.permission !== 'public' && route.permission !== 'signed-in'))(
    '%s answers 403',
    async (name, route) => {
      const answer = await ask(nothing, [name, route], crypto.randomUUID())
      expect([answer.status, answer.body.code]).toEqual([403, 'base.forbidden'])
    },
  )
})

describe('with every right of one company and an id of another', () => {
  const withId = plain.filter(
    ([, route]) =>
      pathNames(route.path).some((name) => /id$/i.test(name)) ||
      Object.keys(route.input.shape).some((key) => /Ids?$/.test(key)),
  )
  test.each(withId.filter(([, route]) => route.permission !== 'public'))(
    '%s neither shows nor changes anything',
    async (name, route) => {
      const before = await secrets.snapshot()
      for (const id of secrets.ids) {
        const answer = await ask(everything, [name, route], id)
        expect(JSON.stringify(answer.body), name).not.toContain('canary')
        if (pathNames(route.path).some((part) => /id$/i.test(part)))
          expect([name, answer.status >= 400 && answer.status < 500]).toEqual([name, true])
      }
      expect(await secrets.snapshot()).toEqual(before)
    },
  )
})

test('lists, exports and words of one company hold nothing of another', async () => {
  for (const [name, route] of plain.filter(([, one]) => one.method === 'GET' && pathNames(one.path).length === 0)) {
    const answer = await ask(everything, [name, { ...route, input: route.input }], world.tenantId)
    expect(JSON.stringify(answer.body), name).not.toContain('canary')
    expect([name, answer.status < 500]).toEqual([name, true])
  }
})
