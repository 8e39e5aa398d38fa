import { beforeAll, afterAll, describe, expect, test } from 'vitest'
import { openWorld, type Send, type World } from '#test/world'
import { readDocx, readPdf } from '#test/paper'
import { all, degree, openShop, writing, type Shop } from './trial.ts'

let world: World
let shop: Shop
let url: string
let chen: Send
beforeAll(async () => {
  world = await openWorld({ keep: (close) => afterAll(close) })
  shop = await openShop(world)
  url = `/positions/${shop.firm.positions.developer}/description`
  chen = (await world.member({ may: { 'profiles.read': 'tenant' }, personId: shop.firm.people.chen, name: 'Chen' }))
    .send
  const made = await shop.hr('POST', '/job-profiles', {
    name: { en: 'Developer', 'zh-CN': '拓展专员' },
    requirements: [writing, degree],
  })
  await shop.hr('POST', `/positions/${shop.firm.positions.developer}/profile`, { profileId: made.body.profileId })
})

const words = (body: { blocks: unknown }) => JSON.stringify(body.blocks)
const issue = async (note = '') => {
  const { body } = await shop.hr('GET', url)
  return shop.hr('POST', `${url}/issues`, { contentHash: body.contentHash, note })
}

describe('what is generated', () => {
  test('says in English what the position holds, asks for, and whom it works with', async () => {
    const { status, body } = await shop.hr('GET', `${url}?language=en`)
    expect(status).toBe(200)
    for (const text of [
      'Position description: Business developer',
      'New merchants join',
      'Visit merchants',
      '5 times a week',
      '≥ 10',
      '≥ 30 %',
      '60 % of the work',
      'proficient (4 of 7)',
      'Bachelor',
      '["Service","Operator","Winning customers","Consulted"]',
    ])
      expect(words(body)).toContain(text)
    expect(body).toMatchObject({ differs: null, may: { edit: true, issue: true, confirm: false } })
    expect(body.holders.map((one: { name: string }) => one.name)).toEqual(['Chen', 'Zhao'])
  })

  test('says the same in Chinese', async () => {
    const { body } = await shop.hr('GET', `${url}?language=zh-CN`)
    for (const text of ['岗位说明书', '拓展新商家', '每周 5 次', '熟练（4/7 级）', '本科', '必备', '拓展专员', '负责'])
      expect(words(body)).toContain(text)
  })

  test('is of the day that is asked for', async () => {
    const { body } = await shop.hr('GET', `${url}?day=2026-02-01`)
    expect(words(body)).toContain('New merchants join')
    expect(words(body)).not.toContain('Bachelor')
    expect((await shop.hr('GET', `${url}?day=2025-12-31`)).status).toBe(404)
  })

  test('who is only asked or told sees the responsibility in the overview alone', async () => {
    const { body } = await shop.hr('GET', `/positions/${shop.firm.positions.operator}/description?language=en`)
    expect(words(body)).toContain('Winning customers')
    expect(words(body)).not.toContain('Visit merchants')
  })
})

describe('files', () => {
  test('a PDF in Chinese and in English, with fonts inside and the words to be read back', async () => {
    const chinese = await shop.hr('GET', `${url}/file?language=zh-CN`)
    expect([chinese.status, chinese.headers['content-type']]).toEqual([200, 'application/pdf'])
    const read = readPdf(chinese.bytes)
    for (const text of ['岗位说明书：', '拓展新商家', '转化率', '每周 5 次', '任职人签字 / 日期'])
      expect(read.text).toContain(text)
    expect([read.embedded, chinese.bytes.length < 500_000]).toEqual([2, true])
    const english = readPdf((await shop.hr('GET', `${url}/file?language=en`)).bytes)
    for (const text of ['Position description: Business developer', 'New merchants join', 'Page 1 of'])
      expect(english.text).toContain(text)
    expect(english.text).not.toContain('拓展新商家')
  })

  test('a Word file', async () => {
    const answer = await shop.hr('GET', `${url}/file?language=zh-CN&format=docx`)
    expect(String(answer.headers['content-disposition'])).toContain('.docx')
    const { text } = await readDocx(answer.bytes)
    for (const word of ['拓展新商家', '转化率', '≥ 30 %', '写作']) expect(text).toContain(word)
  })
})

describe('issues', () => {
  test('one is numbered, told to who sits there, and stays as it was when the responsibility changes', async () => {
    const first = await issue('First')
    expect(first.body).toMatchObject({ number: 1 })
    const { issueId } = first.body
    const told = await chen('GET', '/notifications')
    expect(told.body.rows).toMatchObject([{ kind: 'profiles.description-issued', link: url }])
    const twice = await issue()
    expect([twice.status, twice.body.code]).toEqual([409, 'profiles.already-issued'])
    expect((await shop.hr('GET', url)).body).toMatchObject({ differs: false, issues: [{ number: 1, note: 'First' }] })

    expect(words((await shop.hr('GET', `${url}?language=en`)).body)).toContain('version 1 · 2026-03-04')
    const plain = await shop.hr('GET', `${url}/file?language=en`)
    expect(decodeURIComponent(String(plain.headers['content-disposition']))).toContain(
      'Position description Business developer v1 2026-03-04.pdf',
    )

    const need = `/positions/${shop.firm.positions.developer}/profile`
    await shop.hr('POST', need, { profileId: null, requirements: [degree] })
    expect((await shop.hr('GET', url)).body.differs).toBe(true)
    const kept = await shop.hr('GET', `${url}/issues/${issueId}?language=en`)
    expect(words(kept.body)).toContain('proficient')
    expect(words(kept.body)).toContain('version 1 · 2026-03-04')
    const compared = await shop.hr('GET', `${url}/comparison?issueId=${issueId}&language=en`)
    expect(compared.body).toMatchObject({ before: 1, after: null })
    expect(compared.body.changes).toContainEqual({
      section: 'Requirements',
      kind: 'removed',
      text: 'Skill · Writing · proficient (4 of 7) · Required',
    })
    const file = await shop.hr('GET', `${url}/file?issueId=${issueId}&language=en`)
    expect(readPdf(file.bytes).text).toContain('version 1 · 2026-03-04')

    const second = await issue()
    const between = await shop.hr('GET', `${url}/comparison?issueId=${issueId}&with=${second.body.issueId}`)
    expect(between.body).toMatchObject({ before: 1, after: 2 })
  })

  test('nothing is issued that its author has not seen', async () => {
    const unseen = await shop.hr('POST', `${url}/issues`, { contentHash: 'another' })
    expect([unseen.status, unseen.body.code]).toEqual([409, 'profiles.not-seen'])
  })

  test('who sits on the position confirms the last issue, once; nobody else may', async () => {
    const { body } = await chen('GET', url)
    const [last, older] = body.issues
    expect(body.may.confirm).toBe(true)
    const confirm = `${url}/issues/${last.id}/confirm`
    const stranger = await shop.hr('POST', confirm)
    expect([stranger.status, stranger.body.code]).toEqual([403, 'profiles.not-holder'])
    const old = await chen('POST', `${url}/issues/${older.id}/confirm`)
    expect([old.status, old.body.code]).toEqual([409, 'profiles.older-issue'])
    const first = await chen('POST', confirm)
    world.time.now = new Date('2026-03-04T02:05:00Z')
    const again = await chen('POST', confirm)
    expect(again.body).toEqual(first.body)
    const seen = await shop.hr('GET', url)
    expect(seen.body.issues[0]).toMatchObject({ number: 2, confirmed: 1 })
    expect(seen.body.holders).toMatchObject([
      { name: 'Chen', confirmedAt: first.body.confirmedAt },
      { confirmedAt: null },
    ])
  })

  test('issuing needs the right for the unit, and stands in the audit', async () => {
    const { positions, units } = shop.firm
    const here = `/positions/${positions.operator}/description`
    const { send } = await world.member({ may: { ...all, 'profiles.issue': 'unit' }, unitId: units.growth })
    const seen = await send('GET', here)
    expect(seen.body.may.issue).toBe(false)
    const refused = await send('POST', `${here}/issues`, { contentHash: seen.body.contentHash })
    expect([refused.status, refused.body.code]).toEqual([403, 'base.forbidden'])
    const rows = await world.within((ctx) =>
      ctx.db.selectFrom('audit_row').select('action').where('target', '=', `position/${positions.developer}`).execute(),
    )
    expect(rows.map((row) => row.action)).toEqual(
      expect.arrayContaining(['profiles.issue-description', 'profiles.confirm-description', 'profiles.follow-profile']),
    )
  })

  test('of another firm’s position nothing is read, filed, issued or confirmed', async () => {
    const { send } = await world.member({ may: all, tenantId: await world.anotherTenant() })
    const { body } = await shop.hr('GET', url)
    const { id } = body.issues[0]
    for (const [method, path] of [
      ['GET', url],
      ['GET', `${url}/file`],
      ['GET', `${url}/issues/${id}`],
      ['GET', `${url}/comparison?issueId=${id}`],
      ['POST', `${url}/issues/${id}/confirm`],
    ] as const)
      expect([path, (await send(method, path)).status]).toEqual([path, 404])
    const issued = await send('POST', `${url}/issues`, { contentHash: body.contentHash })
    expect(issued.status).toBe(404)
  })
})
