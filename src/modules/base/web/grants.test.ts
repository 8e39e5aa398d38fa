import { expect, test } from 'vitest'
import type { RoleGrant } from '../contract.ts'
import { cellOf, choiceOf, sameGrants, withChoice } from './grants.ts'

const allow = (permission: string, scope: RoleGrant['scope']): RoleGrant => ({ permission, scope, effect: 'allow' })

test('the widest scope is shown, and a denial over all of them', () => {
  const grants = [allow('tasks.read', 'self'), allow('tasks.read', 'unit')]
  expect(cellOf(grants, 'tasks.read')).toEqual({ scope: 'unit', effect: 'allow' })
  expect(choiceOf(cellOf([...grants, { permission: 'tasks.read', scope: 'self', effect: 'deny' }], 'tasks.read'))).toBe(
    'deny',
  )
  expect(choiceOf(cellOf(grants, 'tasks.do'))).toBe('none')
})

test('a choice replaces all that was said of the permission and leaves the others', () => {
  const grants = [allow('tasks.read', 'self'), allow('tasks.read', 'unit'), allow('tasks.do', 'self')]
  expect(withChoice(grants, 'tasks.read', 'none')).toEqual([allow('tasks.do', 'self')])
  expect(withChoice(grants, 'tasks.read', 'tenant')).toEqual([allow('tasks.do', 'self'), allow('tasks.read', 'tenant')])
  expect(withChoice([], 'tasks.read', 'deny')).toEqual([{ permission: 'tasks.read', scope: 'tenant', effect: 'deny' }])
})

test('the order of grants does not matter', () => {
  const [a, b] = [allow('tasks.read', 'self'), allow('tasks.do', 'self')]
  expect([sameGrants([a, b], [b, a]), sameGrants([a], [a, b])]).toEqual([true, false])
})
