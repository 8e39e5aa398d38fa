import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Day } from '#core/calendar'
import type { LocalText } from '#core/local-text'
import { validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'
import type { KnownIndicator } from '../rules.ts'

export type Part = 'purpose' | 'activity' | 'duty'
export type OwnStatement = {
  readonly id: string
  readonly responsibilityId: string
  readonly unitId: string
  readonly part: Part
  readonly text: LocalText
}

type Said = { responsibilityId: string; unitId: string; purpose: LocalText; activities: LocalText[]; duties: Duty[] }
type Duty = { name: LocalText; steps: LocalText[] }

/**
 * The unit a responsibility is held by on a day: that of who is accountable (for the whole firm before for a part of
 * it), else its own. `r` is the alias of the responsibility; null when there is none.
 */
export function holderUnit(r: string, day: Day) {
  return sql<string | null>`coalesce((
    select coalesce(h.unit_id, p.unit_id) from holding h
    left join assignment a on a.tenant_id = h.tenant_id and a.person_id = h.person_id and a.kind = 'main' and ${validOn('a', day)}
    left join position_version p on p.tenant_id = h.tenant_id and p.position_id = coalesce(h.position_id, a.position_id) and ${validOn('p', day)}
    where h.tenant_id = ${sql.ref(`${r}.tenant_id`)} and h.responsibility_id = ${sql.ref(`${r}.id`)} and h.raci = 'accountable'
      and ${validOn('h', day)}
    order by h.for_unit_id nulls first limit 1), ${sql.ref(`${r}.unit_id`)})`
}

/** What the responsibilities in force on a day say, as far as some unit holds them; the same sentence once a responsibility. */
export async function statementsOn(ctx: Context, day: Day): Promise<OwnStatement[]> {
  const { rows } = await sql<Said>`
    select said.* from (
      select r.id as "responsibilityId", ${holderUnit('r', day)} as "unitId", v.purpose, v.activities,
        coalesce((select jsonb_agg(jsonb_build_object('name', d.name, 'steps', d.steps) order by d.sort_order, d.id)
          from responsibility_duty d where d.tenant_id = v.tenant_id and d.version_id = v.id), '[]') as duties
      from responsibility r
      join responsibility_version v on v.tenant_id = r.tenant_id and v.responsibility_id = r.id and ${validOn('v', day)}
      where r.tenant_id = ${ctx.tenantId}
    ) said where said."unitId" is not null order by said."responsibilityId"`.execute(ctx.db)
  const statements = rows.flatMap((row) => [
    statement(row, 'purpose', row.purpose),
    ...row.activities.map((text) => statement(row, 'activity', text)),
    ...row.duties.map((duty) => statement(row, 'duty', dutyText(duty))),
  ])
  const once = new Map(statements.filter(({ text }) => Object.keys(text).length > 0).map((one) => [one.id, one]))
  return [...once.values()]
}

/** The indicators of the responsibilities in force on a day. */
export async function indicatorsOn(ctx: Context, day: Day): Promise<Map<string, KnownIndicator[]>> {
  const rows = await ctx.db
    .selectFrom('responsibility_indicator as i')
    .innerJoin('responsibility_version as v', (on) =>
      on.onRef('v.tenant_id', '=', 'i.tenant_id').onRef('v.id', '=', 'i.version_id'),
    )
    .select(['v.responsibility_id as responsibilityId', 'i.name', 'i.measure'])
    .where('i.tenant_id', '=', ctx.tenantId)
    .where(validOn('v', day))
    .execute()
  return Map.groupBy(
    rows.map((row) => ({ ...row, name: row.name as LocalText })),
    (row) => row.responsibilityId,
  )
}

/** An id of two things that is always the same for the same two. */
export function idOf(...parts: readonly string[]): string {
  const hex = createHash('sha256').update(parts.join('\n')).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

function statement({ responsibilityId, unitId }: Said, part: Part, said: LocalText): OwnStatement {
  const text = Object.fromEntries(Object.entries(said).filter(([, words]) => /[\p{L}\p{N}]/u.test(words)))
  const wording = JSON.stringify(Object.entries(text).sort(([a], [b]) => (a < b ? -1 : 1)))
  return { id: idOf(responsibilityId, part, wording), responsibilityId, unitId, part, text }
}

/** A duty is told by its name and its steps: names alone (周报) are too short to compare. */
function dutyText({ name, steps }: Duty): LocalText {
  return Object.fromEntries(
    Object.entries(name).map(([language, title]) => {
      const done = steps.flatMap((step) => step[language] ?? [])
      const isChinese = language.startsWith('zh')
      return [
        language,
        done.length > 0 ? `${title}${isChinese ? '：' : ': '}${done.join(isChinese ? '；' : '; ')}` : title,
      ]
    }),
  )
}
