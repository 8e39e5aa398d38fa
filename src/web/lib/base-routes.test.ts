import { expect, test } from 'vitest'
import { routes } from '#contract/base'
import { baseRoutes } from './base-routes.ts'

test.each(Object.entries(baseRoutes))('%s stands in the contract with the same place', (name, stated) => {
  const { method, path, permission } = routes[name as keyof typeof baseRoutes]
  expect({ method: stated.method, path: stated.path, permission: stated.permission }).toEqual({
    method,
    path,
    permission,
  })
})
