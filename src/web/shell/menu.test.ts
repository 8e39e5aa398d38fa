import { expect, test } from 'vitest'
import type { KnownScreen } from '../lib/screens.ts'
import { homeOf, menuOf, tabsOf } from './menu.ts'

const icon = () => null
const screen = (name: string, more: Partial<KnownScreen> = {}): KnownScreen => ({
  module: 'm',
  name,
  path: `/${name}`,
  permission: 'm.read',
  ...more,
})
const menu = (section: 'mine' | 'team' | 'system', order: number) => ({ menu: { section, order, icon } })
const all = () => true
const name = (each: KnownScreen) => each.name

test('the menu goes by section and order, and leaves out what may not be opened', () => {
  const screens = [
    screen('audit', menu('system', 2)),
    screen('roles', menu('system', 1)),
    screen('tasks', menu('mine', 1)),
    screen('task'),
    screen('team', menu('team', 1)),
  ]
  const sections = menuOf(
    screens,
    (each) => each.name !== 'team',
    name,
    (section) => section,
  )
  expect(sections.map((section) => [section.title, section.items.map((item) => item.href)])).toEqual([
    ['mine', ['/tasks']],
    ['system', ['/roles', '/audit']],
  ])
})

test('five tabs at most, and the last one stays', () => {
  const tab = (order: number) => screen(`t${order}`, { phone: { tab: order, icon } })
  const tabs = (orders: number[]) => tabsOf(orders.map(tab), all, name).map((each) => each.id)
  expect(tabs([90, 1, 2])).toEqual(['m.t1', 'm.t2', 'm.t90'])
  expect(tabs([90, 1, 2, 3, 4, 5, 6])).toEqual(['m.t1', 'm.t2', 'm.t3', 'm.t4', 'm.t90'])
})

test('home is the page at the bare address when it may be opened, else the first of the menu', () => {
  const screens = [screen('day', { path: '/' }), screen('tasks', menu('mine', 1))]
  const nav = menuOf(screens, all, name, String).flatMap((section) => section.items)
  expect(homeOf(screens, nav, all)).toBe('/')
  expect(homeOf(screens, nav, (each) => each.path !== '/')).toBe('/tasks')
  expect(homeOf(screens, [], () => false)).toBeUndefined()
})
