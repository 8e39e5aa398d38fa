import { sql, type Expression, type SqlBool } from 'kysely'
import type { Scope } from '#core/manifest'
import type { Language } from './i18n.ts'

export type Grant = { readonly permission: string; readonly scope: Scope; readonly unitIds: readonly string[] }

/** The rows a permission reaches: all, or those of certain people and units. */
export type Reach = {
  readonly all: boolean
  readonly personIds: readonly string[]
  readonly unitIds: readonly string[]
}

export type About = { readonly personId?: string | null | undefined; readonly unitId?: string | null | undefined }

/** Who acts, and what they may do about whom. Compiled once per session and kept while roles and lines stay as they are. */
export type Actor = {
  readonly kind: 'person' | 'api-key' | 'system' | 'nobody'
  readonly accountId: string | null
  readonly sessionId: string | null
  readonly personId: string | null
  readonly name: string
  readonly language: Language
  readonly reaches: ReadonlyMap<string, Reach>
}

const nowhere: Reach = { all: false, personIds: [], unitIds: [] }
const everywhere: Reach = { all: true, personIds: [], unitIds: [] }

/** Joins grants into reaches. A denied permission is gone, whatever else allows it. */
export function compileReaches(
  grants: readonly Grant[],
  denied: ReadonlySet<string>,
  personId: string | null,
  reportIds: readonly string[],
  partnerUnitIds: readonly string[] = [],
): Map<string, Reach> {
  const reaches = new Map<string, Reach>()
  for (const grant of grants) {
    if (denied.has(grant.permission)) continue
    reaches.set(
      grant.permission,
      join(reaches.get(grant.permission) ?? nowhere, reachOf(grant, personId, reportIds, partnerUnitIds)),
    )
  }
  return reaches
}

/** True when the actor may do it at all; with `about`, when they may do it to this person or in this unit. */
export function may(actor: Actor, permission: string, about?: About): boolean {
  if (actor.kind === 'system') return true
  const reach = actor.reaches.get(permission)
  if (!reach) return false
  if (!about || reach.all) return true
  return (
    (typeof about.personId === 'string' && reach.personIds.includes(about.personId)) ||
    (typeof about.unitId === 'string' && reach.unitIds.includes(about.unitId))
  )
}

export function reachOfActor(actor: Actor, permission: string): Reach {
  return actor.kind === 'system' ? everywhere : (actor.reaches.get(permission) ?? nowhere)
}

/**
 * The row filter of a permission as SQL. `person` and `unit` name the columns (with table) that say whose the row is.
 * Every read of a business table begins with it, so list, detail, export, search and report share one filter.
 */
export function visibleRows(
  actor: Actor,
  permission: string,
  columns: { person?: string; unit?: string },
): Expression<SqlBool> {
  const reach = reachOfActor(actor, permission)
  if (reach.all) return sql<SqlBool>`true`
  const parts: Expression<SqlBool>[] = []
  if (columns.person && reach.personIds.length > 0)
    parts.push(sql<SqlBool>`${sql.ref(columns.person)} = any(${reach.personIds}::uuid[])`)
  if (columns.unit && reach.unitIds.length > 0)
    parts.push(sql<SqlBool>`${sql.ref(columns.unit)} = any(${reach.unitIds}::uuid[])`)
  return parts.length === 0 ? sql<SqlBool>`false` : sql<SqlBool>`(${sql.join(parts, sql` or `)})`
}

export function systemActor(language: Language = 'zh-CN'): Actor {
  return {
    kind: 'system',
    accountId: null,
    sessionId: null,
    personId: null,
    name: 'system',
    language,
    reaches: new Map(),
  }
}

export function nobody(language: Language): Actor {
  return { kind: 'nobody', accountId: null, sessionId: null, personId: null, name: '', language, reaches: new Map() }
}

function reachOf(
  grant: Grant,
  personId: string | null,
  reportIds: readonly string[],
  partnerUnitIds: readonly string[],
): Reach {
  if (grant.scope === 'tenant') return everywhere
  if (grant.scope === 'unit') return { all: false, personIds: [], unitIds: grant.unitIds }
  if (grant.scope === 'self') return { all: false, personIds: personId ? [personId] : [], unitIds: [] }
  if (grant.scope === 'partners') return { all: false, personIds: personId ? [personId] : [], unitIds: partnerUnitIds }
  return { all: false, personIds: reportIds, unitIds: [] }
}

function join(a: Reach, b: Reach): Reach {
  return {
    all: a.all || b.all,
    personIds: [...new Set([...a.personIds, ...b.personIds])],
    unitIds: [...new Set([...a.unitIds, ...b.unitIds])],
  }
}
