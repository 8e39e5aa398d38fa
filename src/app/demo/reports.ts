import type { LocalText } from '#core/local-text'
import { text } from './draft-parts.ts'
import type { Perform, Who } from './perform.ts'
import type { DemoWorld } from './set-up.ts'

type Named = { id: string; code: string }
type Part = { kind: string; width: number } & Readonly<Record<string, unknown>>
type Report = {
  readonly person: { readonly id: string }
  readonly responsibilities: readonly {
    readonly missingPermille: number
    readonly capabilities: readonly { readonly name: LocalText }[]
  }[]
}

/** Two dashboards, one of them sent each Monday, and what the head of business development says her people can. */
export async function addReports(perform: Perform, { hr, chief, accounts }: DemoWorld): Promise<void> {
  const { rows } = await perform<{ rows: { id: string }[] }>(hr, 'organisation.listPersons', {
    text: 'limin',
    limit: '1',
  })
  const headId = rows[0]?.id ?? ''
  const head = accounts.get(headId)
  if (!head) return
  const units = await perform<Named[]>(hr, 'organisation.listUnits', {})
  const unitId = units.find((unit) => unit.code === 'BD')?.id
  const glanceId = await compose(perform, chief, text('经营一览', 'The company at a glance'), {}, [
    { kind: 'figure', figure: 'fulfilment', width: 1 },
    { kind: 'figure', figure: 'behind', width: 1 },
    { kind: 'figure', figure: 'lateTasks', width: 1 },
    { kind: 'figure', figure: 'overloaded', width: 1 },
    { kind: 'trend', width: 2 },
    { kind: 'unit', width: 2 },
    { kind: 'ranking', width: 4 },
  ])
  await share(perform, chief, glanceId, ['manager', 'hr'])
  const weekId = await compose(
    perform,
    head,
    text('商务运营周会', 'Weekly meeting of business development'),
    { unitId },
    [
      { kind: 'board', width: 4 },
      { kind: 'workload', width: 4 },
      { kind: 'facts', title: text('最近的拜访', 'Latest visits'), factKind: 'customer-visit', width: 4 },
    ],
  )
  await share(perform, head, weekId, ['employee'])
  await perform(chief, 'reports.createSchedule', {
    dashboardId: glanceId,
    format: 'pdf',
    rhythm: 'week',
    onDay: 1,
    time: '08:00',
    personIds: [headId],
  })
  await sayWhatPeopleCan(perform, head)
}

async function compose(perform: Perform, who: Who, name: LocalText, filters: object, parts: readonly Part[]) {
  const content = { name, filters, parts: parts.map((part) => ({ ...part, id: crypto.randomUUID() })) }
  return (await perform<{ dashboardId: string }>(who, 'reports.createDashboard', content)).dashboardId
}

async function share(perform: Perform, who: Who, dashboardId: string, keys: readonly string[]): Promise<void> {
  const { roles } = await perform<{ roles: { id: string; key: string }[] }>(who, 'reports.listShareRoles', {})
  const roleIds = roles.filter((role) => keys.includes(role.key)).map((role) => role.id)
  await perform(who, 'reports.shareDashboard', { dashboardId, roleIds })
}

/** Who lacks something of their work lacks the first thing it asks for, says the head of two of them; the rest they can. */
async function sayWhatPeopleCan(perform: Perform, head: Who): Promise<void> {
  const board = await perform<{ rows: { personId: string }[] }>(head, 'indicators.readBoard', { limit: '4' })
  for (const [at, { personId }] of board.rows.entries()) {
    const report = await perform<Report>(head, 'reports.readPersonReport', { personId })
    for (const { missingPermille, capabilities } of report.responsibilities) {
      for (const [n, { name }] of capabilities.entries()) {
        const lacks = at % 2 === 0 && n === 0 && missingPermille > 0
        await perform(head, 'reports.markCapability', { personId, name, has: !lacks })
      }
    }
  }
}
