import { expect, test } from 'vitest'
import type { Send } from '#test/world'
import { openOffice } from './trial.ts'

const calls = (taskId: string, personId: string): [Parameters<Send>[0], string, object?][] => [
  ['GET', `/tasks/${taskId}`],
  ['POST', `/tasks/${taskId}/entries`, { values: { pieces: 1 } }],
  ['POST', `/tasks/${taskId}/entries/${taskId}/take-back`],
  ['POST', `/tasks/${taskId}/cancel`, { reason: 'x', version: 1 }],
  ['POST', '/tasks', { title: 'x', personId, dueAt: '2026-03-05T12:00:00Z' }],
]

test('another’s work is not there for a colleague or another tenant; without a right every route is refused', async () => {
  const { world, ann, bob, boss, chart, tasksOf } = await openOffice()
  await world.runJob('tasks.makeTasks')
  const { id } = (await tasksOf(ann))['Arrivals'] ?? { id: '' }
  const { send: foreigner } = await world.member({ role: 'administrator', tenantId: await world.anotherTenant() })
  const { send: nobody } = await world.member({})
  const { send: all } = await world.member({
    may: { 'tasks.read': 'tenant', 'tasks.do': 'tenant' },
    personId: chart.people['carl'] ?? '',
  })
  const statuses = async (send: Send) => {
    const answers: number[] = []
    for (const [method, path, body] of calls(id, chart.people['ann'] ?? ''))
      answers.push((await send(method, path, body)).status)
    return answers
  }
  expect(await statuses(bob)).toEqual([404, 404, 404, 404, 404])
  expect(await statuses(nobody)).toEqual([403, 403, 403, 403, 403])
  expect(await statuses(world.anonymous)).toEqual([401, 401, 401, 401, 401])
  // an administrator of the other firm may give no work there either; what he names is not there
  expect((await statuses(foreigner)).every((status) => status === 404 || status === 403)).toBe(true)
  // who sees the work of others may still not hand it in for them
  expect((await all('POST', `/tasks/${id}/entries`, { values: { pieces: 1 } })).body.code).toBe('tasks.not-yours')
  // who sees a task without the right to call it off is told that, not that it is not there
  const { send: looker } = await world.member({
    may: { 'tasks.read': 'tenant', 'tasks.assign': 'self' },
    personId: chart.people['carl'] ?? '',
  })
  expect((await looker('POST', `/tasks/${id}/cancel`, { reason: 'x', version: 1 })).status).toBe(403)
  expect((await boss('GET', `/tasks/${id}`)).status).toBe(200)
  for (const path of ['/tasks', '/tasks/counts', '/tasks/my-day']) expect((await nobody('GET', path)).status).toBe(403)
  const { body } = await foreigner('GET', '/tasks?show=all')
  expect(body).toEqual({ rows: [], hasMore: false })
})

test('the list: by state, person, unit, responsibility, day and words, page by page; counts on top', async () => {
  const { world, ann, boss, bob, chart, responsibilityId, tasksOf } = await openOffice()
  await world.runJob('tasks.makeTasks')
  const mine = await tasksOf(ann)
  await ann('POST', `/tasks/${mine['Arrivals']?.id}/entries`, { values: { pieces: 1 } })
  const found = async (query: string, send = boss) => {
    const { status, body } = await send('GET', `/tasks?${query}`)
    expect([query, status]).toEqual([query, 200])
    return body.rows.map(
      (task: { title: { en: string }; personName: string; periodFrom: string }) =>
        `${task.personName} ${task.title.en} ${task.periodFrom.slice(8)}`,
    )
  }
  const everything = [
    'Ann Arrivals 02',
    'Bob Arrivals 02',
    'Ann Arrivals 03',
    'Bob Arrivals 03',
    'Ann Arrivals 04',
    'Bob Arrivals 04',
    'Ann Visits 02',
    'Bob Visits 02',
  ]
  expect((await found('show=all')).toSorted()).toEqual(everything.toSorted())
  expect(await found('show=done')).toEqual(['Ann Arrivals 04'])
  expect((await found('show=late')).toSorted()).toEqual(everything.slice(0, 4).toSorted())
  expect(await found('show=all', bob)).toEqual([
    'Bob Arrivals 02',
    'Bob Arrivals 03',
    'Bob Arrivals 04',
    'Bob Visits 02',
  ])
  expect(await found(`personId=${chart.people['ann']}&text=visit`)).toEqual(['Ann Visits 02'])
  expect(await found(`text=客户拜访&personId=${chart.people['bob']}`)).toEqual(['Bob Visits 02'])
  expect(await found('text=en')).toEqual([])
  expect(await found('text=%25')).toEqual([])
  expect(await found(`unitId=${chart.units['B']}`)).toEqual([])
  expect(await found(`unitId=${chart.units['A']}&unitId=${chart.units['B']}&show=all`)).toHaveLength(8)
  expect(await found(`responsibilityId=${responsibilityId}&show=all`)).toHaveLength(8)
  expect((await found('dueFrom=2026-03-03&dueUntil=2026-03-03&show=all')).toSorted()).toEqual([
    'Ann Arrivals 03',
    'Bob Arrivals 03',
  ])

  const pages: string[][] = []
  let after = ''
  for (let more = true; more;) {
    const { body } = await boss('GET', `/tasks?show=all&limit=3${after}`)
    const last = body.rows.at(-1)
    pages.push(body.rows.map((task: { id: string }) => task.id))
    after = `&afterDueAt=${last.dueAt}&afterId=${last.id}`
    more = body.hasMore
  }
  expect(pages.map((page) => page.length)).toEqual([3, 3, 2])
  expect(new Set(pages.flat()).size).toBe(8)
  expect((await boss('GET', '/tasks/counts')).body).toEqual({ open: 7, late: 4, doneThisWeek: 1 })
  expect((await boss('GET', `/tasks/counts?personId=${chart.people['bob']}`)).body).toEqual({
    open: 4,
    late: 2,
    doneThisWeek: 0,
  })
  expect((await boss('GET', '/tasks?limit=501')).status).toBe(400)
})

test('who may see a unit sees its work also after the unit was closed', async () => {
  const { world, chart } = await openOffice()
  await world.runJob('tasks.makeTasks')
  const { send } = await world.member({ may: { 'tasks.read': 'unit' }, unitId: chart.units['A'] ?? '' })
  expect((await send('GET', '/tasks?show=all')).body.rows).toHaveLength(8)
  await world.within((ctx) =>
    ctx.db
      .updateTable('unit_version')
      .set({ valid_until: '2026-03-04' })
      .where('unit_id', '=', chart.units['A'] ?? '')
      .execute(),
  )
  const { send: boss } = await world.member({ may: { 'tasks.read': 'tenant' } })
  const { rows } = (await boss('GET', '/tasks?show=all')).body
  expect([rows.length, rows[0].unitName]).toEqual([8, { en: 'Sales' }])
})
