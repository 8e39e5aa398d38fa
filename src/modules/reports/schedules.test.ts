import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { smtpMailer } from '#kernel/mail'
import { openWorld, type Send, type World } from '#test/world'
import { easterners, openFirm, westerners, type Firm } from './firm-for-tests.ts'

let world: World
let firm: Firm
let hr: Send
let ehead: Send
let east1: Send

// Wednesday 15 April 2026, ten in the morning in Shanghai
beforeAll(async () => {
  world = await openWorld({ now: '2026-04-15T02:00:00Z', keep: (close) => afterAll(close) })
  firm = await openFirm(world)
  hr = (await world.member({ role: 'hr' })).send
  ehead = await firm.as('ehead')
  east1 = await firm.as('east1')
  for (const name of [...easterners, ...westerners]) await firm.tell(name, 'visit', '2026-04-10', 5)
  // weeks pass in these tests, and nobody signs in again
  const late = new Date('2030-01-01T00:00:00Z')
  await world.within((ctx) => ctx.db.updateTable('session').set({ idle_until: late, ends_at: late }).execute())
})

const facts = { part: { kind: 'facts' }, format: 'csv', rhythm: 'week', onDay: 1, time: '08:00' }
const plan = (send: Send, more: object = {}) => send('POST', '/report-schedules', { ...facts, ...more })
const planned = async (send: Send, more: object = {}): Promise<string> => {
  const { status, body } = await plan(send, more)
  expect([status, body]).toEqual([200, body])
  return body.scheduleId
}
const own = async (send: Send, id: string) =>
  (await send('GET', '/report-schedules')).body.schedules.find((one: { id: string }) => one.id === id)

/** What was enqueued for this module since, taken out of the queue. */
function taken() {
  return world.enqueued.splice(0).filter(({ job }) => job.startsWith('reports.'))
}
/** Runs it, as the workers would, until nothing more is. */
async function work(): Promise<number> {
  let done = 0
  for (let jobs = taken(); jobs.length > 0; jobs = taken()) {
    for (const { job, payload } of jobs) await world.runJob(job, payload)
    done += jobs.length
  }
  return done
}
const at = async (instant: string) => {
  world.time.now = new Date(instant)
  await world.runJob('reports.send')
  return work()
}
const received = async (send: Send) => (await send('GET', '/report-deliveries')).body.deliveries

describe('planning', () => {
  test.each([
    ['the coming Monday', { rhythm: 'week', onDay: 1 }, '2026-04-20T00:00:00.000Z'],
    ['tomorrow, as eight has passed', { rhythm: 'day' }, '2026-04-16T00:00:00.000Z'],
    ['today, as six in the evening is ahead', { rhythm: 'day', time: '18:00' }, '2026-04-15T10:00:00.000Z'],
    ['the last day of April', { rhythm: 'month', onDay: 31 }, '2026-04-30T00:00:00.000Z'],
  ])('is due %s', async (_name, more, nextAt) => {
    const id = await planned(east1, more)
    expect(await own(east1, id)).toMatchObject({ nextAt, isOn: true, recipients: [{ name: 'east1' }] })
    await east1('DELETE', `/report-schedules/${id}`)
  })

  test.each([
    ['nothing to send', { part: undefined }, 400, 'reports.only-one-thing'],
    ['no such time', { time: '24:00' }, 400, 'base.bad-input'],
    [
      'no such dashboard',
      { part: undefined, dashboardId: '00000000-0000-4000-8000-000000000000' },
      404,
      'base.not-found',
    ],
  ])('%s is refused', async (_name, more, status, code) => {
    const answer = await plan(east1, more)
    expect([answer.status, answer.body.code]).toEqual([status, code])
  })

  test('an employee sends to themselves alone; a head to those below, who can sign in', async () => {
    const alone = await plan(east1, { personIds: [firm.person('east2')] })
    expect([alone.status, alone.body.code]).toEqual([403, 'reports.only-to-oneself'])
    const outside = await plan(ehead, { personIds: [firm.person('west1')] })
    expect(outside.status).toBe(404)
    const mute = await plan(ehead, { personIds: [firm.person('east6')] })
    expect([mute.status, mute.body.code]).toEqual([409, 'reports.no-account'])
    expect(mute.body.detail).toContain('east6')
  })

  test('is one’s own to see, change and end', async () => {
    const id = await planned(ehead)
    expect((await hr('PUT', `/report-schedules/${id}`, { ...facts, version: 1 })).status).toBe(404)
    expect((await hr('DELETE', `/report-schedules/${id}`)).status).toBe(404)
    expect((await hr('POST', `/report-schedules/${id}/send`)).status).toBe(404)
    expect((await ehead('PUT', `/report-schedules/${id}`, { ...facts, version: 1, isOn: false })).status).toBe(200)
    expect((await ehead('PUT', `/report-schedules/${id}`, { ...facts, version: 1 })).body.code).toBe(
      'base.changed-meanwhile',
    )
    expect(await at('2026-04-20T00:01:00Z')).toBe(0)
    world.time.now = new Date('2026-04-15T02:00:00Z')
    expect((await ehead('DELETE', `/report-schedules/${id}`)).status).toBe(200)
  })

  test('fifty are enough', async () => {
    const west = await firm.as('west5')
    for (let n = 0; n < 50; n += 1) await planned(west)
    const answer = await plan(west)
    expect([answer.status, answer.body.code]).toEqual([409, 'reports.too-many-schedules'])
    await world.within((ctx) => ctx.db.deleteFrom('report_schedule').where('tenant_id', '=', ctx.tenantId).execute())
  })
})

describe('sending', () => {
  test('each recipient gets it once, under their own rights, as a file only they can open', async () => {
    const id = await planned(ehead, { personIds: [firm.person('ehead'), firm.person('east1')] })
    expect(await at('2026-04-19T23:59:00Z')).toBe(0)
    expect(await at('2026-04-20T00:00:00Z')).toBe(2)
    expect(await at('2026-04-20T00:01:00Z')).toBe(0)
    expect(await own(ehead, id)).toMatchObject({ nextAt: '2026-04-27T00:00:00.000Z' })
    const [toHead] = await received(ehead)
    const [toEast1] = await received(east1)
    const content = async (send: Send, fileId: string) => send('GET', `/files/${fileId}`)
    const heads = String((await content(ehead, toHead.fileId)).bytes)
    expect([/east2/.test(heads), /west/.test(heads)]).toEqual([true, false])
    const mine = String((await content(east1, toEast1.fileId)).bytes)
    expect([/east1/.test(mine), /east2|west/.test(mine)]).toEqual([true, false])
    expect((await content(east1, toHead.fileId)).status).toBe(404)
    const notices = (await east1('GET', '/notifications')).body.rows
    expect(notices).toMatchObject([{ kind: 'reports.sent', link: '/reports?tab=sent' }])
    await ehead('DELETE', `/report-schedules/${id}`)
  })

  test('after a rest of three weeks one is made, not three; a job that runs twice makes one', async () => {
    const id = await planned(ehead)
    const before = (await received(ehead)).length
    world.time.now = new Date('2026-05-20T03:00:00Z')
    await world.runJob('reports.send')
    const jobs = taken()
    expect(jobs).toHaveLength(1)
    for (const { payload } of [...jobs, ...jobs]) await world.runJob('reports.make', payload)
    expect(await received(ehead)).toHaveLength(before + 1)
    expect((await own(ehead, id)).nextAt).toBe('2026-05-25T00:00:00.000Z')
    await ehead('DELETE', `/report-schedules/${id}`)
  })

  test('now, when pressed; who lost the right gets nothing but the reason', async () => {
    const west1 = await world.member({ role: 'employee', personId: firm.person('west1') })
    const id = await planned(hr, { personIds: [firm.person('west1')] })
    expect((await hr('POST', `/report-schedules/${id}/send`)).body).toEqual({ recipients: 1 })
    await world.within(async (ctx) => {
      await ctx.db.deleteFrom('account_role').where('account_id', '=', west1.accountId).execute()
      await ctx.db
        .updateTable('account')
        .set((eb) => ({ auth_epoch: eb('auth_epoch', '+', 1) }))
        .where('id', '=', west1.accountId)
        .execute()
    })
    await work()
    const row = await world.within((ctx) =>
      ctx.db
        .selectFrom('report_delivery')
        .select(['file_id', 'failure'])
        .where('account_id', '=', west1.accountId)
        .executeTakeFirst(),
    )
    expect(row).toEqual({ file_id: null, failure: 'no-right' })
    await hr('DELETE', `/report-schedules/${id}`)
  })

  test('a dashboard is sent as each recipient may open it; no longer shared, no longer sent', async () => {
    const { body } = await ehead('POST', '/dashboards', {
      name: { en: 'Team' },
      parts: [{ id: '00000000-0000-4000-8000-000000000001', kind: 'facts', width: 4 }],
    })
    const id = await planned(ehead, {
      part: undefined,
      dashboardId: body.dashboardId,
      format: 'pdf',
      personIds: [firm.person('east1')],
    })
    await ehead('POST', `/report-schedules/${id}/send`)
    await work()
    const [first] = await received(east1)
    expect(first).toMatchObject({ fileId: null, failure: 'not-found', dashboardName: { en: 'Team' } })
    const { roles } = (await ehead('GET', '/reports/roles')).body
    const employee = roles.find((role: { key: string }) => role.key === 'employee').id
    await ehead('PUT', `/dashboards/${body.dashboardId}/roles`, { roleIds: [employee] })
    world.time.now = new Date('2026-05-20T04:00:00Z')
    await ehead('POST', `/report-schedules/${id}/send`)
    await work()
    const [second] = await received(east1)
    expect(second).toMatchObject({ failure: null, fileName: expect.stringMatching(/^Team .*\.pdf$/) })
  })
})

describe('mail', () => {
  async function post() {
    const mails: { to: string[]; message: string }[] = []
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData: (stream, session, done) =>
        void text(stream).then((message) => {
          mails.push({ to: session.envelope.rcptTo.map((one) => one.address), message })
          done()
        }),
    })
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
    world.house.mailer = smtpMailer(
      `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
      'hr@acme.example',
    )
    onTestFinished(() => {
      world.house.mailer = undefined
      return new Promise((done) => server.close(() => done()))
    })
    return mails
  }
  const address = (email: string | null) =>
    world.within((ctx) =>
      ctx.db
        .updateTable('person')
        .set({ email })
        .where('tenant_id', '=', ctx.tenantId)
        .where('id', '=', firm.person('ehead'))
        .execute(),
    )

  test('goes to the address of the recipient with the file, once', async () => {
    const mails = await post()
    await address('ehead@acme.example')
    expect((await ehead('GET', '/report-schedules')).body.canMail).toBe(true)
    const id = await planned(ehead, { byMail: true })
    await ehead('POST', `/report-schedules/${id}/send`)
    await work()
    const [delivery] = await received(ehead)
    expect(delivery).toMatchObject({ failure: null, mailedAt: expect.any(String) })
    await world.runJob('reports.mail', { deliveryId: delivery.id })
    expect(mails).toHaveLength(1)
    expect(mails[0]?.to).toEqual(['ehead@acme.example'])
    expect(mails[0]?.message).toContain(`Message-ID: <${delivery.id}@acme.example>`)
    await ehead('DELETE', `/report-schedules/${id}`)
  })

  test.each([
    ['nobody set it up', 'mail-off', async () => {}],
    ['the person has no address', 'no-address', async () => void (await post(), await address(null))],
    [
      'the server does not answer',
      'mail-failed',
      async () => {
        await address('ehead@acme.example')
        world.house.mailer = smtpMailer('smtp://127.0.0.1:1', 'hr@acme.example')
        onTestFinished(() => void (world.house.mailer = undefined))
      },
    ],
  ])('%s: the file is there, and why no mail went', async (_name, failure, prepare) => {
    await prepare()
    world.time.now = new Date(world.time.now.getTime() + 60_000)
    const id = await planned(ehead, { byMail: true })
    await ehead('POST', `/report-schedules/${id}/send`)
    await work()
    const [delivery] = await received(ehead)
    expect(delivery).toMatchObject({ failure, mailedAt: null, fileId: expect.any(String) })
    await ehead('DELETE', `/report-schedules/${id}`)
  })
})
