import { expect, test } from 'vitest'
import { uploadAs } from '#test/upload'
import { dailyReport, openOffice } from './trial.ts'

const stranger = '00000000-0000-7000-8000-000000000000'

test('subtasks by hand: added, ticked by who works on it, mandatory ones before the end', async () => {
  const { ann, bob, boss, chart } = await openOffice()
  const { taskId } = (
    await boss('POST', '/tasks', {
      title: 'Move the store',
      personId: chart.people['ann'],
      dueAt: '2026-03-06T12:00:00+08:00',
      subtasks: ['Pack', 'Carry'],
    })
  ).body
  const path = `/tasks/${taskId}/subtasks`
  const { subtaskId } = (await ann('POST', path, { title: 'Sweep' })).body
  const list = async () => (await ann('GET', `/tasks/${taskId}`)).body.subtasks
  expect(await list()).toMatchObject([
    { title: { en: 'Pack' }, isMandatory: true, doneAt: null },
    { title: { en: 'Carry' }, isMandatory: true },
    { title: { en: 'Sweep' }, isMandatory: false },
  ])
  expect((await ann('POST', `/tasks/${taskId}/entries`, {})).body).toMatchObject({
    code: 'tasks.subtasks-open',
    count: 2,
  })
  const [pack, carry] = await list()
  const tick = (id: string, isDone = true, send = ann) => send('POST', `${path}/${id}/tick`, { isDone })
  expect((await tick(pack.id, true, bob)).status).toBe(404)
  expect((await tick(stranger)).status).toBe(404)
  for (const id of [pack.id, pack.id, carry.id]) expect((await tick(id)).status).toBe(200)
  expect((await tick(carry.id, false)).status).toBe(200)
  expect((await list()).map((one: { doneAt: string | null }) => one.doneAt !== null)).toEqual([true, false, false])
  expect((await tick(carry.id)).status).toBe(200)
  expect((await ann('DELETE', `${path}/${pack.id}`)).body.code).toBe('tasks.mandatory-subtask')
  expect((await ann('DELETE', `${path}/${subtaskId}`)).status).toBe(200)
  expect((await ann('DELETE', `${path}/${subtaskId}`)).status).toBe(404)
  expect((await ann('POST', `/tasks/${taskId}/entries`, {})).body.task).toMatchObject({ status: 'done' })
  expect((await tick(pack.id, false)).body.code).toBe('tasks.already-done')
})

test('at most a hundred subtasks', async () => {
  const { ann, chart, world } = await openOffice()
  const { taskId } = (
    await ann('POST', '/tasks', { title: 'x', personId: chart.people['ann'], dueAt: '2026-03-06T12:00:00+08:00' })
  ).body
  await world.within((ctx) =>
    ctx.db
      .insertInto('subtask')
      .values(
        Array.from({ length: 100 }, () => ({ tenant_id: ctx.tenantId, id: ctx.newId(), task_id: taskId, title: '{}' })),
      )
      .execute(),
  )
  expect((await ann('POST', `/tasks/${taskId}/subtasks`, { title: 'x' })).body.code).toBe('tasks.too-many-subtasks')
})

test('a task is linked to subjects one may see; who may read the task reads their names', async () => {
  const { ann, bob, boss, chart, world } = await openOffice()
  const subject = async (key: string, name: string) =>
    (await boss('POST', '/subjects', { type: 'customer', key, name: key, ownerId: chart.people[name], unitId: null }))
      .body.subjectId
  const [own, others] = [await subject('C-1', 'ann'), await subject('C-2', 'bob')]
  const { taskId } = (
    await boss('POST', '/tasks', {
      title: 'Visit',
      personId: chart.people['ann'],
      dueAt: '2026-03-06T12:00:00+08:00',
      subjectIds: [others],
    })
  ).body
  const link = (subjectIds: string[], send = ann) => send('PUT', `/tasks/${taskId}/subjects`, { subjectIds })
  expect((await link([own])).status).toBe(200)
  // Bob's customer stays: Ann does not see it, and may not take it away
  const { subjects } = (await ann('GET', `/tasks/${taskId}`)).body
  expect(subjects.toSorted((a: { key: string }, b: { key: string }) => a.key.localeCompare(b.key))).toMatchObject([
    { key: 'C-1', type: 'customer', isVisible: true },
    { key: 'C-2', isVisible: false },
  ])
  expect((await link([own, others])).status).toBe(200)
  expect((await link([own, stranger])).status).toBe(404)
  expect((await link([own], bob)).status).toBe(404)
  expect((await boss('GET', `/tasks?subjectId=${own}`)).body.rows).toMatchObject([{ id: taskId }])
  expect((await link([])).status).toBe(200)
  expect((await boss('GET', `/tasks?subjectId=${own}`)).body.rows).toEqual([])
  expect((await boss('GET', `/tasks?subjectId=${others}`)).body.rows).toHaveLength(1)
  const { body } = await ann('POST', '/tasks', {
    title: 'x',
    personId: chart.people['ann'],
    dueAt: '2026-03-06T12:00:00+08:00',
    subjectIds: [others],
  })
  expect([body.status, world.tenantId.length > 0]).toEqual([404, true])
})

test('evidence: a place, a signature with its drawing, files and a record of another system', async () => {
  const form = {
    photo: 'required',
    fields: [
      { key: 'where', label: { en: 'Where' }, kind: 'place', required: true },
      { key: 'sign', label: { en: 'Signed' }, kind: 'signature' },
      { key: 'papers', label: { en: 'Papers' }, kind: 'file', required: true },
      { key: 'order', label: { en: 'Order' }, kind: 'reference' },
    ],
  }
  const office = await openOffice([{ ...dailyReport, form }])
  await office.world.runJob('tasks.makeTasks')
  const { ann, boss } = office
  const { id } = (await office.tasksOf(ann))['Arrivals'] ?? { id: '' }
  const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
  const files = {
    photo: await uploadAs(ann),
    sign: await uploadAs(ann, png, 'sign.png', 'image/png'),
    paper: await uploadAs(ann, Buffer.from('%PDF-1.4\n%%EOF'), 'contract.pdf', 'application/pdf'),
  }
  const values = {
    where: { text: 'Gate 3', latitude: 31.2, longitude: 121.5 },
    sign: { name: 'Mr Wang' },
    order: { id: 'https://erp.example.org/so/17', label: 'SO-17' },
  }
  const send = (more: object) => ann('POST', `/tasks/${id}/entries`, { values, ...more })
  expect((await send({ fileIds: [files.photo] })).body.faults).toEqual([{ field: 'papers', code: 'required' }])
  // a file of a field is no photo
  expect((await send({ fileIds: [files.paper], filesOf: { papers: ['contract.pdf'] } })).body.faults).toEqual([
    { field: 'photo', code: 'required' },
  ])
  expect((await send({ fileIds: [files.photo], filesOf: { papers: ['other.pdf'] } })).status).toBe(404)
  expect((await send({ values: { ...values, where: { text: 1 } } })).body.faults[0]).toMatchObject({
    code: 'not-a-place',
  })
  const fileIds = Object.values(files)
  const done = await send({ fileIds, filesOf: { papers: ['contract.pdf'], sign: ['sign.png'] } })
  expect(done.status).toBe(200)
  const { entries } = (await boss('GET', `/tasks/${id}`)).body
  expect(entries[0].values).toEqual({
    ...values,
    sign: { name: 'Mr Wang', fileId: files.sign },
    papers: [{ id: files.paper, name: 'contract.pdf' }],
  })
  expect((await boss('GET', `/files/${files.sign}`)).status).toBe(200)
})

test('what the responsibility knows is at hand on the task', async () => {
  const office = await openOffice()
  await office.world.runJob('tasks.makeTasks')
  const knowledge = [{ kind: 'procedure', title: { en: 'How to count' }, link: 'https://example.org/count' }]
  await office.world.within((ctx) =>
    ctx.db
      .updateTable('responsibility_version')
      .set({ knowledge: JSON.stringify(knowledge) })
      .where('responsibility_id', '=', office.responsibilityId)
      .execute(),
  )
  const { id } = (await office.tasksOf(office.ann))['Arrivals'] ?? { id: '' }
  expect((await office.ann('GET', `/tasks/${id}`)).body.knowledge).toEqual([{ body: null, ...knowledge[0] }])
})
