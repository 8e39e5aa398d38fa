import { sql } from 'kysely'
import type { Context } from '#kernel/context'
import { peopleByNumber, unitsByCode, type Ids } from '#modules/organisation'

/** What other systems call the people, units and responsibilities of their facts. */
export type Naming = {
  readonly personId?: string | undefined
  readonly personNumber?: string | undefined
  readonly personLogin?: string | undefined
  readonly unitCode?: string | undefined
  readonly responsibilityCode?: string | undefined
}
export type Named = {
  readonly personId: string | null
  readonly unitId: string | null
  readonly responsibilityId: string | null
}
export type Unknown = {
  readonly code: 'unknown-person' | 'unknown-unit' | 'unknown-responsibility' | 'belongs-to-nobody'
  readonly field: 'personNumber' | 'unitCode' | 'responsibilityCode'
  readonly facts: Readonly<Record<string, string>>
}

/** Looks up whose the facts are, all at once. A person or unit out of the actor's reach is as unknown as one that does not exist. */
export async function lookUp(
  ctx: Context,
  permission: string,
  asked: readonly Naming[],
): Promise<(naming: Naming) => Named | Unknown> {
  const [numbers, logins, codes, people, responsibilities] = await Promise.all([
    told(asked, 'personNumber', (keys) => peopleByNumber(ctx, keys)),
    told(asked, 'personLogin', (keys) => peopleByLogin(ctx, keys)),
    told(asked, 'unitCode', (keys) => unitsByCode(ctx, keys)),
    told(asked, 'personId', (ids) => knownPeople(ctx, ids)),
    told(asked, 'responsibilityCode', (keys) => responsibilitiesByCode(ctx, keys)),
  ])
  return ({ personId, personNumber, personLogin, unitCode, responsibilityCode }): Named | Unknown => {
    const person =
      personId !== undefined
        ? idOf(people, personId)
        : personNumber !== undefined
          ? idOf(numbers, personNumber)
          : idOf(logins, personLogin?.toLowerCase())
    const unit = idOf(codes, unitCode)
    const responsibility = idOf(responsibilities, responsibilityCode)
    const number = personNumber ?? personLogin ?? personId ?? ''
    if (person === undefined) return { code: 'unknown-person', field: 'personNumber', facts: { number } }
    if (unit === undefined) return { code: 'unknown-unit', field: 'unitCode', facts: { code: unitCode ?? '' } }
    if (responsibility === undefined)
      return { code: 'unknown-responsibility', field: 'responsibilityCode', facts: { code: responsibilityCode ?? '' } }
    if (person === null && unit === null) return { code: 'belongs-to-nobody', field: 'personNumber', facts: {} }
    if (!ctx.may(permission, { personId: person, unitId: unit }))
      return person === null
        ? { code: 'unknown-unit', field: 'unitCode', facts: { code: unitCode ?? '' } }
        : { code: 'unknown-person', field: 'personNumber', facts: { number } }
    return { personId: person, unitId: unit, responsibilityId: responsibility }
  }
}

/** Null when nothing was told, undefined when what was told is not known. */
function idOf(ids: Ids, key: string | undefined): string | null | undefined {
  return key === undefined ? null : ids.get(key)
}

async function told(
  asked: readonly Naming[],
  field: keyof Naming,
  find: (keys: string[]) => Promise<Ids>,
): Promise<Ids> {
  const keys = [...new Set(asked.flatMap((naming) => naming[field] ?? []))]
  return keys.length === 0 ? new Map() : find(keys)
}

async function peopleByLogin(ctx: Context, logins: readonly string[]): Promise<Ids> {
  const rows = await ctx.db
    .selectFrom('account')
    .select(['login', 'person_id'])
    .where('tenant_id', '=', ctx.tenantId)
    .where('person_id', 'is not', null)
    .where(sql<boolean>`login = any(${logins.map((login) => login.toLowerCase())})`)
    .execute()
  return new Map(rows.map((row) => [row.login, row.person_id ?? '']))
}

async function knownPeople(ctx: Context, ids: readonly string[]): Promise<Ids> {
  const rows = await ctx.db
    .selectFrom('person')
    .select('id')
    .where('tenant_id', '=', ctx.tenantId)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute()
  return new Map(rows.map(({ id }) => [id, id]))
}

async function responsibilitiesByCode(ctx: Context, codes: readonly string[]): Promise<Ids> {
  const rows = await ctx.db
    .selectFrom('responsibility')
    .select(['id', 'code'])
    .where('tenant_id', '=', ctx.tenantId)
    .where(sql<boolean>`code = any(${[...codes]})`)
    .execute()
  return new Map(rows.map(({ id, code }) => [code, id]))
}
