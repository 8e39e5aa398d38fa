import { beforeAll, afterAll, beforeEach, describe, expect, test } from 'vitest'
import { openWorld, type World } from '#test/world'
import { all, degree, openShop, writing, type Shop } from './trial.ts'

let world: World
let shop: Shop
beforeAll(async () => {
  world = await openWorld({ keep: (close) => afterAll(close) })
  shop = await openShop(world)
})
beforeEach(() => {
  world.time.now = new Date('2026-03-04T02:00:00Z')
})

const clerk = { name: { en: 'Clerk', 'zh-CN': '专员' }, requirements: [writing, degree] }

async function made(more: object = {}): Promise<{ profileId: string; versionId: string }> {
  const answer = await shop.hr('POST', '/job-profiles', { ...clerk, ...more })
  expect(answer.status).toBe(200)
  return answer.body
}

describe('profiles', () => {
  test('one is made, found, read and audited; its code comes from its name', async () => {
    const { profileId } = await made({ name: { en: 'Night clerk' }, code: undefined })
    const { body } = await shop.hr('GET', '/job-profiles?text=night')
    expect(body.items).toMatchObject([{ id: profileId, code: 'night-clerk', requirementCount: 2, positionCount: 0 }])
    const read = await shop.hr('GET', `/job-profiles/${profileId}`)
    expect(read.body).toMatchObject({
      version: { number: 1, validFrom: '2026-03-04', createdBy: 'Hana' },
      mayEdit: true,
    })
    expect(read.body.version.requirements[1]).toEqual({ ...degree, strength: 'must' })
    const audits = await world.within((ctx) =>
      ctx.db.selectFrom('audit_row').select('action').where('target', '=', `job-profile/${profileId}`).execute(),
    )
    expect(audits).toEqual([{ action: 'profiles.create-profile' }])
  })

  test('a change is a new version from its day on; before that day the old one holds', async () => {
    const { profileId, versionId } = await made()
    const url = `/job-profiles/${profileId}/versions`
    const next = { ...clerk, requirements: [writing], from: '2026-05-01', basedOn: versionId }
    const changed = await shop.hr('POST', url, next)
    expect(changed.status).toBe(200)
    const now = await shop.hr('GET', `/job-profiles/${profileId}`)
    expect([now.body.version.number, now.body.versions.length]).toEqual([1, 2])
    const then = await shop.hr('GET', `/job-profiles/${profileId}?day=2026-05-01`)
    expect(then.body.version).toMatchObject({ number: 2, requirements: [{ kind: 'skill' }] })

    const stale = await shop.hr('POST', url, next)
    expect([stale.status, stale.body.code]).toEqual([409, 'base.changed-meanwhile'])
    const late = await shop.hr('POST', url, { ...next, from: '2026-03-01', basedOn: changed.body.versionId })
    expect([late.status, late.body.code]).toEqual([409, 'profiles.past-day'])
    const same = await shop.hr('POST', url, { ...next, from: '2026-06-01', basedOn: changed.body.versionId })
    expect([same.status, same.body.code]).toEqual([409, 'profiles.nothing-changed'])
    const before = { ...next, requirements: [], from: '2026-03-04', basedOn: changed.body.versionId }
    const early = await shop.hr('POST', url, before)
    expect([early.status, early.body.code]).toEqual([409, 'profiles.later-version'])

    expect((await shop.hr('DELETE', `${url}/${changed.body.versionId}`)).status).toBe(200)
    const running = await shop.hr('DELETE', `${url}/${versionId}`)
    expect([running.status, running.body.code]).toEqual([409, 'profiles.already-running'])
    const back = await shop.hr('GET', `/job-profiles/${profileId}?day=2026-05-01`)
    expect(back.body.version).toMatchObject({ number: 1, validUntil: null })
  })

  test('a version that has not run is written anew', async () => {
    const { profileId, versionId } = await made()
    const again = await shop.hr('POST', `/job-profiles/${profileId}/versions`, {
      ...clerk,
      requirements: [],
      from: '2026-03-04',
      basedOn: versionId,
    })
    expect(again.body).toEqual({ profileId, versionId })
  })

  test('a code twice, a strange grade and a level above the scale are refused', async () => {
    await made({ code: 'A-1' })
    const twice = await shop.hr('POST', '/job-profiles', { ...clerk, code: 'a-1' })
    expect([twice.status, twice.body.code]).toEqual([409, 'profiles.code-taken'])
    const strange = await shop.hr('POST', '/job-profiles', { ...clerk, gradeId: crypto.randomUUID() })
    expect([strange.status, strange.body.code]).toEqual([422, 'profiles.no-such-grade'])
    const high = await shop.hr('POST', '/job-profiles', { ...clerk, requirements: [{ ...writing, level: 8 }] })
    expect([high.status, high.body.code]).toEqual([400, 'base.bad-input'])
  })

  test('one is copied from a position with what that asks for beside its profile', async () => {
    const { positions } = shop.firm
    const { profileId } = await made({ summary: { en: 'Writes' } })
    const url = `/positions/${positions.developer}/profile`
    const licence = { kind: 'certificate', name: { en: 'Driving licence' }, strength: 'wish' }
    expect((await shop.hr('POST', url, { profileId, requirements: [licence] })).status).toBe(200)
    const copied = await shop.hr('POST', '/job-profiles/from-position', { positionId: positions.developer })
    const read = await shop.hr('GET', `/job-profiles/${copied.body.profileId}`)
    expect(read.body.version.name).toEqual({ en: 'Business developer' })
    expect(read.body.version.summary).toEqual({ en: 'Writes' })
    expect(read.body.version.requirements.map((one: { kind: string }) => one.kind).toSorted()).toEqual([
      'certificate',
      'education',
      'skill',
    ])
    const followed = await shop.hr('GET', `/job-profiles/${profileId}`)
    expect(followed.body.positions).toMatchObject([{ positionId: positions.developer }])
  })

  test('skills that are known are offered', async () => {
    await made()
    const { body } = await shop.hr('GET', `/profile-skills?text=${encodeURIComponent('写')}`)
    expect(body).toEqual([{ name: writing.name }])
  })
})

describe('the position system', () => {
  test('shows every position with its seats, profile and last issue; a unit narrows it down', async () => {
    const { body } = await shop.hr('GET', '/position-system')
    expect(body.total).toBe(4)
    const empty = body.positions.find((one: { id: string }) => one.id === shop.firm.positions.empty)
    expect(empty).toMatchObject({ seated: 0, headcount: 1, jobFamilyId: null, issued: null })
    const growth = await shop.hr('GET', `/position-system?unitId=${shop.firm.units.growth}`)
    expect(growth.body.total).toBe(2)
    const before = await shop.hr('GET', '/position-system?day=2025-12-31')
    expect(before.body.total).toBe(0)
  })
})

describe('walls', () => {
  test('a reader of one unit sees its positions only, and writes nothing', async () => {
    const { units, positions } = shop.firm
    const { send } = await world.member({ may: { 'profiles.read': 'unit' }, unitId: units.service })
    expect((await send('GET', '/position-system')).body.total).toBe(2)
    expect((await send('GET', `/positions/${positions.developer}/description`)).status).toBe(404)
    expect((await send('GET', `/positions/${positions.operator}/description`)).status).toBe(200)
    const refused = await send('POST', `/positions/${positions.operator}/profile`, { profileId: null })
    expect([refused.status, refused.body.code]).toEqual([403, 'base.forbidden'])
  })

  test('an editor of one unit may not write what is the whole firm’s, nor another unit’s positions', async () => {
    const { units, positions } = shop.firm
    const may = { ...all, 'profiles.edit': 'unit', 'profiles.read': 'unit' } as const
    const { send } = await world.member({ may, unitId: units.service })
    expect((await send('POST', '/job-profiles', clerk)).status).toBe(403)
    expect((await send('POST', `/positions/${positions.developer}/profile`, { profileId: null })).status).toBe(404)
    expect((await send('POST', `/positions/${positions.operator}/profile`, { profileId: null })).status).toBe(200)
  })

  test('another firm’s profile, position and library occupation do not exist', async () => {
    const other = await world.anotherTenant()
    const { send } = await world.member({ may: all, tenantId: other })
    const { profileId, versionId } = await made()
    const { developer } = shop.firm.positions
    for (const [method, path, body] of [
      ['GET', `/job-profiles/${profileId}`],
      ['POST', `/job-profiles/${profileId}/versions`, { ...clerk, from: '2026-05-01', basedOn: versionId }],
      ['DELETE', `/job-profiles/${profileId}/versions/${versionId}`],
      ['POST', `/positions/${developer}/profile`, { profileId: null }],
      ['POST', '/job-profiles/from-position', { positionId: developer }],
      ['POST', '/job-profiles/from-library', { libraryCode: 'nothing' }],
    ] as const)
      expect([path, (await send(method, path, body)).status]).toEqual([path, 404])
    const foreign = await send('GET', '/job-profiles')
    expect(foreign.body.total).toBe(0)
  })
})
