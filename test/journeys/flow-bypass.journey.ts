import { afterAll, beforeAll, expect, test } from 'vitest'
import type { APIRequestContext, Browser } from 'playwright-core'
import { factoryLogin } from '../../src/app/demo/factory/accounts.ts'
import { desk, openBrowser, phone, signIn, visit, type Visit } from './browser.ts'
import { word } from './words.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const en = (key: string) => word('en', `flow.${key}`)
const subject = { subjectType: 'goods-batch', subjectKey: 'Z-900' }

test(
  'no goods enter the warehouse without quality: five ways around are tried, refused in a sentence, and listed',
  { timeout: 180_000 },
  async () => {
    const team = await open('MC-11-LEAD', phone)
    const admin = await visit(browser, desk)
    await signIn(admin, 'long.fei')
    const [system, maker] = [admin.context.request, team.context.request]
    const before = await attempts(system)
    const flows = await read<{ rows: { id: string; key: string; version: number }[] }>(system, '/api/flows')
    const flow = flows.rows.find((one) => one.key === 'goods-inspection')
    const started = await send<{ requestId: string; dataRev: number }>(maker, 'POST', '/api/requests', {
      flowId: flow?.id,
      title: 'Steering knuckle Z-900',
      values: { batch: 'Z-900', part: 'Steering knuckle', count: 300, completedAt: '2026-01-05T09:30' },
      subject: { type: subject.subjectType, key: subject.subjectKey, label: 'Z-900' },
    })
    const { requestId } = started.body
    const address = `/api/requests/${requestId}`

    // 1. other systems ask before the entry, and cannot use up what is not there
    const closed = await send<{ isOpen: boolean; sentence: string }>(system, 'POST', '/api/gates/qc/check', subject)
    expect([closed.status, closed.body.isOpen, closed.body.sentence]).toEqual([
      200,
      false,
      expect.stringMatching(/.../),
    ])
    expect(await send(system, 'POST', '/api/gates/qc/consume', subject)).toMatchObject({
      status: 409,
      body: { code: 'flow.gate-none' },
    })

    // 2. the administrator moves it over the inspection
    const seen = await read<{ tokens: { id: string; to: { id: string }[] }[] }>(system, address)
    const [token] = seen.tokens
    expect(token?.to.map((one) => one.id)).not.toContain('store')
    expect(
      await send(system, 'POST', `${address}/act`, {
        deed: { do: 'relocate', token: token?.id, to: 'store', reason: 'in a hurry' },
      }),
    ).toMatchObject({ status: 409, body: { code: 'flow.mandatory-in-between' } })

    // 3. the team decides a step it does not stand at
    const own = await read<{ dataRev: number; tasks: { id: string }[] }>(maker, address)
    const task = own.tasks[0]?.id
    const forward = { deed: { do: 'return', task, to: 'store' }, dataRev: own.dataRev }
    expect(await send(maker, 'POST', `${address}/act`, forward)).toMatchObject({
      status: 409,
      body: { code: 'flow.cannot-return-there' },
    })

    // 4. the inspection is to pass by itself when nobody is there: it cannot be published so
    const detail = await read<{ version: number; draft: { definition: { steps: { id: string }[] } } }>(
      system,
      `/api/flows/${flow?.id}`,
    )
    const { definition } = detail.draft
    const loose = {
      ...definition,
      steps: definition.steps.map((step) => (step.id === 'qc' ? { ...step, onEmpty: [{ do: 'pass' }] } : step)),
    }
    const saved = await send<{ version: number }>(system, 'PUT', `/api/flows/${flow?.id}/draft`, {
      version: detail.version,
      definition: loose,
    })
    expect(await send(system, 'POST', `/api/flows/${flow?.id}/publish`, { version: saved.body.version })).toMatchObject(
      { status: 409, body: { code: 'flow.cannot-publish' } },
    )
    await send(system, 'PUT', `/api/flows/${flow?.id}/draft`, { version: saved.body.version, definition })

    // 5. quality decides many at once: the inspection is left out
    await send(maker, 'POST', `${address}/act`, {
      deed: { do: 'decide', task, decision: 'approve' },
      changes: { samples: 5 },
      dataRev: own.dataRev,
    })
    const quality = await open('QA-HEAD', desk)
    const checks = await read<{ dataRev: number; tasks: { id: string; step: string }[] }>(
      quality.context.request,
      address,
    )
    expect(checks.tasks).toMatchObject([{ step: 'qc' }])
    const many = await send(quality.context.request, 'POST', '/api/inbox/decide', {
      tasks: [{ requestId, task: checks.tasks[0]?.id, dataRev: checks.dataRev }],
      decision: 'approve',
    })
    expect(many.body).toMatchObject({ done: 0, refused: [{ requestId, detail: expect.stringContaining('质检') }] })
    expect((await send<{ isOpen: boolean }>(system, 'POST', '/api/gates/qc/check', subject)).body.isOpen).toBe(false)

    // quality looks, decides by itself, and the gate opens: once
    await quality.page.goto(`/requests/${requestId}?lang=en`)
    await quality.page.getByRole('button', { name: en('request.act.approve'), exact: true }).waitFor()
    await send(quality.context.request, 'POST', `${address}/act`, {
      deed: { do: 'decide', task: checks.tasks[0]?.id, decision: 'approve' },
      changes: { item: 'Bore', measured: 12.01, result: 'pass' },
      dataRev: checks.dataRev,
    })
    expect((await send<{ isOpen: boolean }>(system, 'POST', '/api/gates/qc/check', subject)).body.isOpen).toBe(true)
    expect((await send(system, 'POST', '/api/gates/qc/consume', subject)).status).toBe(200)
    expect(await send(system, 'POST', '/api/gates/qc/consume', subject)).toMatchObject({
      status: 409,
      body: { code: 'flow.gate-used' },
    })

    // every try stands in the list, counted by the way it was tried
    const after = await attempts(system)
    for (const way of ['api', 'relocate', 'jump', 'auto-pass', 'batch'])
      expect(after[way] ?? 0, way).toBeGreaterThan(before[way] ?? 0)
    await admin.page.goto('/flow-attempts?lang=en')
    await admin.page.getByRole('heading', { level: 1 }).waitFor()
    await admin.page.getByText(en('desk.attempts.way.relocate')).first().waitFor()
    expect(admin.faults).toEqual([])
    for (const one of [team, admin, quality]) await one.context.close()
  },
)

async function open(position: string, device: typeof desk | typeof phone): Promise<Visit> {
  const one = await visit(browser, device)
  await signIn(one, factoryLogin(position))
  return one
}

async function attempts(system: APIRequestContext): Promise<Record<string, number>> {
  return (await read<{ byWay: Record<string, number> }>(system, '/api/flow-attempts')).byWay
}

async function read<T>(as: APIRequestContext, path: string): Promise<T> {
  return (await (await as.get(path)).json()) as T
}

async function send<T>(
  as: APIRequestContext,
  method: 'POST' | 'PUT',
  path: string,
  data: object,
): Promise<{ status: number; body: T }> {
  const answer = await as.fetch(path, { method, data })
  return { status: answer.status(), body: (await answer.json()) as T }
}
