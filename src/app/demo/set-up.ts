import { addDays, type Day } from '#core/calendar'
import { createTenant, makeSetupLink } from '#modules/base'
import { systemActor } from '#kernel/access'
import type { House } from '#kernel/house'
import { inTenant } from '#kernel/transaction'
import { demoAccounts, demoCompany, demoGroup, demoPassword, people, positions, secondSeats, units } from './company.ts'
import { severalAtOnce, type Perform, type Who } from './perform.ts'
import { positionSystem } from './position-system.ts'
import { responsibilities } from './responsibilities.ts'

export type DemoWorld = {
  readonly tenantId: string
  readonly hr: Who
  readonly chief: Who
  /** Account of each person, by the person's id. */
  readonly accounts: ReadonlyMap<string, Who>
  readonly diligence: ReadonlyMap<string, number>
  readonly responsibilityIds: ReadonlyMap<string, string>
}

type Made = { id: string }
type Root = Made & { versionId: string; from: string }
/** The group is older than what the demo tells of it. */
const groupSince = '2020-01-01'

/** The company is called this until its whole history is told: a start that finds it begins anew. */
export const unfinishedSlug = 'demo-unfinished'

/** Makes the company, its people and what they answer for, as an administrator would on the first day. */
export async function setUp(
  house: House,
  perform: Perform,
  { foundedOn, firstDay, today }: { foundedOn: Day; firstDay: Day; today: Day },
): Promise<DemoWorld> {
  const tenantId = await createTenant(house, { ...demoCompany, slug: unfinishedSlug, isDemo: true })
  const founder = await firstAdministrator(house, perform, tenantId)
  // the first month that is paid begins before the group was founded here
  await fillCalendar(perform, founder, addDays(foundedOn, -40), today)
  const unitIds = await makeUnits(perform, founder, firstDay)
  const positionIds = await makePositions(perform, founder, unitIds, firstDay)
  const staff = await makePeople(perform, founder, positionIds, tenantId, firstDay)
  const responsibilityIds = await makeResponsibilities(perform, staff.hr, unitIds, positionIds, firstDay)
  return { tenantId, ...staff, responsibilityIds }
}

async function firstAdministrator(house: House, perform: Perform, tenantId: string): Promise<Who> {
  const link = await makeSetupLink(house, tenantId)
  const token = link.slice(link.lastIndexOf('/') + 1)
  await perform('nobody', 'base.acceptInvitation', { token, login: 'founder', name: '系统', password: demoPassword })
  const account = await inTenant(house, tenantId, systemActor(), (ctx) =>
    ctx.db
      .selectFrom('account')
      .select('id')
      .where('tenant_id', '=', tenantId)
      .where('login', '=', 'founder')
      .executeTakeFirstOrThrow(),
  )
  return { tenantId, accountId: account.id }
}

/** Years the product does not ship are entered roughly, so that the demo also runs later. */
async function fillCalendar(perform: Perform, founder: Who, firstDay: Day, lastDay: Day): Promise<void> {
  const known = await perform<{ year: number }[]>(founder, 'organisation.listCalendarYears', {})
  const [first, last] = [Number(firstDay.slice(0, 4)), Number(lastDay.slice(0, 4))]
  const wanted = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  for (const year of wanted.filter((one) => !known.some((entry) => entry.year === one))) {
    await perform(founder, 'organisation.importCalendarYear', {
      year,
      source: 'Demo: weekends and New Year only',
      days: [{ day: `${year}-01-01`, kind: 'statutory', name: '元旦' }],
    })
  }
}

async function makeUnits(perform: Perform, founder: Who, from: Day): Promise<Map<string, string>> {
  const [root] = await perform<Root[]>(founder, 'organisation.listUnits', { on: from })
  if (!root) throw new Error('a new tenant has a root unit')
  await perform(founder, 'organisation.correctUnit', {
    ...demoGroup,
    id: root.id,
    versionId: root.versionId,
    from: root.from,
    parentId: null,
    sortOrder: 0,
  })
  const ids = new Map([['ROOT', root.id]])
  for (const unit of units) {
    const made = await perform<Made>(founder, 'organisation.createUnit', {
      name: unit.name,
      kind: unit.kind,
      code: unit.code,
      parentId: ids.get(unit.parent),
      from,
    })
    ids.set(unit.code, made.id)
  }
  return ids
}

async function makePositions(
  perform: Perform,
  founder: Who,
  unitIds: ReadonlyMap<string, string>,
  from: Day,
): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  const placeOf = await positionSystem(perform, founder)
  for (const position of positions) {
    const { code, unit, title, headcount, reportsTo, isLead } = position
    const input = {
      code,
      unitId: unitIds.get(unit),
      title,
      headcount,
      isLead,
      reportsToId: reportsTo ? ids.get(reportsTo) : null,
      ...placeOf(position),
      from: unit === 'ROOT' ? groupSince : from,
    }
    ids.set(code, (await perform<Made>(founder, 'organisation.createPosition', input)).id)
  }
  return ids
}

async function makePeople(
  perform: Perform,
  founder: Who,
  positionIds: ReadonlyMap<string, string>,
  tenantId: string,
  from: Day,
) {
  const roles = new Map(
    (await perform<{ id: string; key: string }[]>(founder, 'base.listRoles', {})).map((role) => [role.key, role.id]),
  )
  const accounts = new Map<string, Who>()
  const diligence = new Map<string, number>()
  let hr = founder
  let chief = founder
  await severalAtOnce(people, async (person) => {
    const { number, name, latinName, login } = person
    const second = secondSeats[login]
    const mobile = `138${String(Number(number.slice(1)) * 7919)
      .padStart(8, '0')
      .slice(-8)}`
    const { id } = await perform<Made>(founder, 'organisation.createPerson', {
      number,
      name,
      latinName,
      mobile,
      email: `${login}@demo.example`,
    })
    await perform(founder, 'organisation.assign', {
      id,
      positionId: positionIds.get(person.position),
      kind: 'main',
      sharePermille: 1000 - (second?.sharePermille ?? 0),
      from,
    })
    if (second)
      await perform(founder, 'organisation.assign', {
        id,
        positionId: positionIds.get(second.position),
        kind: 'concurrent',
        sharePermille: second.sharePermille,
        from,
      })
    const held = person.roles.map((key) => ({ roleId: roles.get(key), unitId: null }))
    const made = await perform<{ account: Made; invitation: { path: string } }>(founder, 'base.createAccount', {
      login,
      name,
      personId: id,
      roles: held,
    })
    if (demoAccounts.some((account) => account.login === login)) {
      const token = made.invitation.path.slice(made.invitation.path.lastIndexOf('/') + 1)
      await perform('nobody', 'base.acceptInvitation', { token, password: demoPassword })
    }
    accounts.set(id, { tenantId, accountId: made.account.id })
    diligence.set(id, person.diligence)
    if (person.position === 'GM') chief = { tenantId, accountId: made.account.id }
    if (person.position === 'HR') hr = { tenantId, accountId: made.account.id }
  })
  return { accounts, diligence, hr, chief }
}

async function makeResponsibilities(
  perform: Perform,
  hr: Who,
  unitIds: ReadonlyMap<string, string>,
  positionIds: ReadonlyMap<string, string>,
  from: Day,
): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const { code, unit, accountable, responsible, consulted = [], draft } of responsibilities) {
    const made = await perform<{ responsibilityId: string }>(hr, 'responsibilities.createResponsibility', {
      ...draft,
      code,
      unitId: unit ? unitIds.get(unit) : null,
      from,
    })
    ids.set(code, made.responsibilityId)
    const hold = (position: string, raci: string, weightPermille: number) =>
      perform(hr, 'responsibilities.assignResponsibility', {
        responsibilityId: made.responsibilityId,
        positionId: positionIds.get(position),
        raci,
        weightPermille,
        from,
      })
    await hold(accountable, 'accountable', 0)
    for (const [position, weightPermille] of responsible) await hold(position, 'responsible', weightPermille)
    for (const position of consulted) await hold(position, 'consulted', 0)
  }
  return ids
}
