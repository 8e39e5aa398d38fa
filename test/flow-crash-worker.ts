// Starts and decides requests at random until it is killed; prints a dot for every event the product has acknowledged.
import { openPool } from '#kernel/database'
import { dispatch } from '#kernel/dispatch'
import { buildHouse } from '#kernel/house'
import { perform as runJob } from '#kernel/jobs'
import { boundModules } from '../src/app/bound-modules.ts'
import type { Load } from './flow-crash.ts'

const { connection, tenantId, flowIds, accounts } = JSON.parse(process.argv[2] ?? '') as Load
const pool = openPool(connection, 9)
const house = {
  ...buildHouse({ modules: boundModules, pool, filesDirectory: '/nonexistent' }),
  jobs: { enqueue: async () => {}, stop: async () => {} },
}
const any = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)] as T

async function ask<T>(accountId: string, name: string, input: object): Promise<T | undefined> {
  const bound = house.routes.find((route) => route.module.name === 'flow' && route.name === name)
  if (!bound) throw new Error(`no route ${name}`)
  const call = { userAgent: '', setSession: () => {}, tag: () => {} }
  const credentials = { kind: 'account', tenantId, accountId } as const
  try {
    const answer = await dispatch(house, bound, {
      credentials,
      input,
      requestId: 'crash',
      address: '',
      language: 'en',
      call,
    })
    if (name === 'act' || name === 'startRequest') process.stdout.write('.')
    return answer as T
  } catch {
    // refused, or somebody was quicker: all that counts is what stands afterwards
    return undefined
  }
}

type Row = { requestId: string; task: { id: string } }
type Detail = { dataRev: number; tasks: { id: string; may: Record<string, boolean>; returns: { id: string }[] }[] }

async function work(): Promise<never> {
  for (;;) {
    const { accountId } = any(accounts)
    if (Math.random() < 0.3)
      await ask(accountId, 'startRequest', { flowId: any(flowIds), values: { sum: Math.floor(Math.random() * 20) } })
    const inbox = await ask<{ rows: Row[] }>(accountId, 'listInbox', { box: 'todo', limit: '20' })
    if (!inbox || inbox.rows.length === 0) continue
    const { requestId } = any(inbox.rows)
    const detail = await ask<Detail>(accountId, 'readRequest', { requestId })
    const task = detail?.tasks[0]
    if (!detail || !task) continue
    await ask(accountId, 'act', { requestId, dataRev: detail.dataRev, deed: deedOn(task) })
  }
}

function deedOn(task: Detail['tasks'][number]): object {
  const chance = Math.random()
  const on = { task: task.id }
  if (task.may['submit']) return { do: 'submit' }
  if (task.may['claim']) return { do: 'claim', ...on }
  if (task.may['answer']) return { do: 'answer', ...on, opinion: 'Yes' }
  if (chance < 0.1)
    return { do: 'add-sign', ...on, how: any(['before', 'after', 'beside']), people: [any(accounts).personId] }
  if (chance < 0.15) return { do: 'transfer', ...on, to: any(accounts).personId }
  if (chance < 0.2 && task.returns.length > 0)
    return { do: 'return', ...on, to: any(task.returns).id, opinion: 'Again' }
  if (chance < 0.25) return { do: 'withdraw' }
  return { do: 'decide', ...on, decision: chance < 0.3 ? 'reject' : 'approve', opinion: 'Well' }
}

process.stdout.write('ready')
setInterval(() => void runJob(house, 'flow', 'fireTimers', { tenantId }).catch(() => {}), 500)
await Promise.all(Array.from({ length: 8 }, work))
