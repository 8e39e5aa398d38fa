import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Scope } from '#core/manifest'
import { compileReaches, may, nobody, type Actor, type Grant } from './access.ts'

const actorWith = (reaches: Actor['reaches']): Actor => ({ ...nobody('en'), kind: 'person', personId: 'me', reaches })
const grant = (permission: string, scope: Scope, unitIds: string[] = []): Grant => ({ permission, scope, unitIds })

describe('what a grant reaches', () => {
  const reaches = compileReaches(
    [
      grant('a.own', 'self'),
      grant('a.team', 'reports'),
      grant('a.unit', 'unit', ['u1', 'u2']),
      grant('a.all', 'tenant'),
    ],
    new Set(),
    'me',
    ['report'],
  )
  const actor = actorWith(reaches)
  test.each([
    ['own things', 'a.own', { personId: 'me' }, true],
    ['not those of others', 'a.own', { personId: 'report' }, false],
    ['those of reports', 'a.team', { personId: 'report' }, true],
    ['not one’s own by a grant over reports', 'a.team', { personId: 'me' }, false],
    ['a unit below', 'a.unit', { unitId: 'u2' }, true],
    ['no other unit', 'a.unit', { unitId: 'u3' }, false],
    ['anything in the tenant', 'a.all', { unitId: 'u3' }, true],
    ['nothing without a grant', 'a.none', { personId: 'me' }, false],
    ['nothing about an object that belongs to nobody', 'a.own', { personId: null }, false],
  ])('%s', (_name, permission, about, expected) => {
    expect(may(actor, permission, about)).toBe(expected)
  })
})

test('two grants of one permission reach what either does', () => {
  const actor = actorWith(compileReaches([grant('a.x', 'self'), grant('a.x', 'unit', ['u'])], new Set(), 'me', []))
  expect([
    may(actor, 'a.x', { personId: 'me' }),
    may(actor, 'a.x', { unitId: 'u' }),
    may(actor, 'a.x', { unitId: 'v' }),
  ]).toEqual([true, true, false])
})

test('deny beats allow, whatever else is granted', () => {
  const scopes = fc.constantFrom<Scope>('self', 'reports', 'partners', 'unit', 'tenant')
  const grants = fc.array(
    fc.record({ permission: fc.constantFrom('a.x', 'a.y'), scope: scopes, unitIds: fc.constant(['u']) }),
  )
  fc.assert(
    fc.property(grants, (all) => {
      const actor = actorWith(compileReaches(all, new Set(['a.x']), 'me', ['r']))
      expect(may(actor, 'a.x')).toBe(false)
      expect(may(actor, 'a.y')).toBe(all.some((one) => one.permission === 'a.y'))
    }),
  )
})

test('someone without a person owns nothing', () => {
  const actor = { ...actorWith(compileReaches([grant('a.x', 'self')], new Set(), null, [])), personId: null }
  expect(may(actor, 'a.x', { personId: null })).toBe(false)
})
