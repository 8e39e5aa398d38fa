import { existsSync } from 'node:fs'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import type { ConnectionSettings } from '#kernel/database'
import { importOnet } from '#modules/responsibilities'
import { openWorld, type Send, type World } from '#test/world'
import { layFirm, type Firm } from '../trial.ts'

const small = join(import.meta.dirname, 'trial-onet')
const whole = join(import.meta.dirname, '../../../../../shared/data/onet')

let world: World
let firm: Firm
let send: Send

beforeEach(async () => {
  world = await openWorld()
  firm = await world.within(layFirm)
  const may = {
    'responsibilities.read': 'tenant',
    'responsibilities.edit': 'tenant',
    'responsibilities.assign': 'tenant',
  } as const
  send = (await world.member({ may })).send
})

/** The login that owns the world's database. */
function owner(): ConnectionSettings {
  const { host, port, database, password } = world.house.pool.options
  return { host, port, database, password, user: 'remit_owner' }
}

async function found(text: string): Promise<string[]> {
  const { body } = await send('GET', `/library/profiles?text=${encodeURIComponent(text)}`)
  return body.items.map((item: { title: string }) => item.title)
}

test('profiles are found by title, other title and description, with unfinished words', async () => {
  const steps: string[] = []
  const counts = await importOnet(owner(), small, (step) => steps.push(step))
  expect(counts).toEqual({ profiles: 2, tasks: 4, skills: 2, titles: 2 })
  expect(steps).toHaveLength(4)
  expect(await found('sales man')).toEqual(['Sales Managers'])
  expect(await found('key acc')).toEqual(['Sales Managers'])
  expect(await found('goods')).toEqual(expect.arrayContaining(['Sales Managers', 'Quality Inspectors']))
  expect(await found('')).toEqual(['Quality Inspectors', 'Sales Managers'])
  expect(await found('!&|')).toEqual([])
  expect(await found("'); drop table x")).toEqual([])
  const { body } = await send('GET', '/library/profiles?text=key')
  expect(body).toMatchObject({ total: 1, items: [{ foundAs: 'Key Account Lead', taskCount: 3 }] })
  expect(body.sources[0].attribution).toContain('CC BY 4.0')
})

test('a profile is told with its tasks, core first, and its licence line', async () => {
  await importOnet(owner(), small)
  const { body } = await send('GET', '/library/profiles/11-1.00')
  expect(body).toMatchObject({
    tasks: [{ task: 'Visit customers.' }, { task: 'Set prices.' }, { task: 'Write "reports".', isCore: false }],
    skills: [{ skill: 'Speaking', importance: 4.5 }, { skill: 'Science' }],
    source: { name: 'O*NET 29.3', attribution: expect.stringContaining('O*NET 29.3 Database') },
  })
  expect((await send('GET', '/library/profiles/none')).status).toBe(404)
})

test('chosen tasks become a responsibility that keeps the licence line, also in later versions', async () => {
  await importOnet(owner(), small)
  const taken = await send('POST', '/library/profiles/11-1.00/take', {
    taskIds: ['3', '1'],
    unitId: firm.units.growth,
    positionId: firm.positions.lead,
    name: { 'zh-CN': '销售管理' },
  })
  const path = `/responsibilities/${taken.body.responsibilityId}`
  const { body } = await send('GET', path)
  expect(body).toMatchObject({
    version: {
      name: { 'zh-CN': '销售管理' },
      activities: [{ en: 'Visit customers.' }, { en: 'Write "reports".' }],
      capabilities: [{ en: 'Speaking' }],
      attribution: expect.stringContaining('CC BY 4.0'),
    },
    holders: [{ raci: 'accountable', positionId: firm.positions.lead, people: [{ name: 'Lin' }] }],
    alarms: [],
  })
  const next = await send('POST', `${path}/versions`, { name: { en: 'Selling' }, from: '2026-05-01' })
  expect(next.status).toBe(200)
  expect((await send('GET', `${path}?day=2026-05-01`)).body.version.attribution).toContain('CC BY 4.0')
  expect((await send('POST', '/library/profiles/11-1.00/take', { taskIds: ['4'], unitId: null })).status).toBe(404)
})

test('without a choice the core tasks are taken', async () => {
  await importOnet(owner(), small)
  const taken = await send('POST', '/library/profiles/11-1.00/take', { unitId: null })
  const { body } = await send('GET', `/responsibilities/${taken.body.responsibilityId}`)
  expect(body.version.activities).toHaveLength(2)
  expect(body.code).toBe('sales-managers')
})

test('a second import replaces the first; a wrong folder is refused by name and leaves it as it was', async () => {
  await importOnet(owner(), small)
  const other = await mkdtemp(join(tmpdir(), 'remit-onet-'))
  onTestFinished(() => rm(other, { recursive: true }))
  await expect(importOnet(owner(), other)).rejects.toMatchObject({
    code: 'responsibilities.not-this-library',
    facts: { missing: 'occupations.tsv' },
  })
  await cp(small, other, { recursive: true })
  await writeFile(join(other, 'skills.tsv'), 'code\tname\n')
  await expect(importOnet(owner(), other)).rejects.toMatchObject({ facts: { missing: 'skills.tsv: skill' } })
  expect(await found('sales')).toEqual(['Sales Managers'])
  await cp(join(small, 'skills.tsv'), join(other, 'skills.tsv'))
  await writeFile(join(other, 'occupations.tsv'), 'code\ttitle\tdescription\n11-2.00\tCheckers\tCheck.\n')
  expect(await importOnet(owner(), other)).toMatchObject({ profiles: 1, tasks: 1 })
  expect(await found('')).toEqual(['Checkers'])
})

test('the app itself cannot write the library', async () => {
  await expect(world.within((ctx) => ctx.db.deleteFrom('library_source').execute())).rejects.toThrow(
    /permission denied/,
  )
})

test.skipIf(!existsSync(whole))(
  'the whole of O*NET: 1,016 occupations, 18,796 tasks (needs shared/data/onet)',
  async () => {
    const counts = await importOnet(owner(), whole)
    expect(counts).toMatchObject({ profiles: 1016, tasks: 18_796 })
    const started = performance.now()
    expect((await found('quality control'))[0]).toMatch(/Quality Control/)
    expect(performance.now() - started).toBeLessThan(2000)
    expect(await found('hr manager')).toContain('Human Resources Managers')
  },
  120_000,
)
