import { expect, test } from 'vitest'
import type { KnownScreen } from '../lib/screens.ts'
import { matchScreen } from './match.ts'

const screens = ['/', '/people', '/people/new', '/people/$personId', '/people/$personId/files/$fileId'].map(
  (path): KnownScreen => ({ module: 'people', name: path, path, permission: 'people.read' }),
)

test.each([
  ['/', '/', {}],
  ['/people', '/people', {}],
  ['/people/', '/people', {}],
  ['/people/new', '/people/new', {}],
  ['/people/7', '/people/$personId', { personId: '7' }],
  ['/people/%E5%BC%A0', '/people/$personId', { personId: '张' }],
  ['/people/%E5', '/people/$personId', { personId: '%E5' }],
  ['/people/7/files/a', '/people/$personId/files/$fileId', { personId: '7', fileId: 'a' }],
])('%s is %s', (path, name, params) => {
  expect(matchScreen(screens, path)).toMatchObject({ screen: { name }, params })
})

test.each(['/nowhere', '/people/7/files', '/people/7/files/a/b'])('%s is no screen', (path) => {
  expect(matchScreen(screens, path)).toBeUndefined()
})
