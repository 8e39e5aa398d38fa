import { expect, test } from 'vitest'
import type { Route } from '#core/contract'
import { routes } from '#contract/base'
import { baseRoutes } from './base-routes.ts'

test.each(Object.entries(baseRoutes))('%s stands in the contract with the same place', (name, stated) => {
  const told: Route = routes[name as keyof typeof baseRoutes]
  expect(placeOf(stated)).toEqual(placeOf(told))
})

function placeOf({ method, path, permission, kind }: Route) {
  return { method, path, permission, kind }
}
