import { sql } from 'kysely'
import type { Day } from '#core/calendar'
import { Form } from '#core/form'
import type { LocalText } from '#core/local-text'
import { validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'
import type { FactWords } from '../contract.ts'

/** What the facts of some responsibilities' duties, or of all, their fields and choices are called on a day. */
export async function factWords(
  ctx: Context,
  responsibilityIds: readonly string[] | 'all',
  day: Day,
): Promise<FactWords> {
  let query = ctx.db
    .selectFrom('responsibility_duty as d')
    .innerJoin('responsibility_version as v', (on) =>
      on.onRef('v.tenant_id', '=', 'd.tenant_id').onRef('v.id', '=', 'd.version_id'),
    )
    .select(['d.fact_kind', 'd.name', 'd.form'])
    .where('d.tenant_id', '=', ctx.tenantId)
    .where(validOn('v', day))
    .orderBy('d.sort_order')
    .limit(2000)
  if (responsibilityIds !== 'all')
    query = query.where(sql<boolean>`v.responsibility_id = any(${[...responsibilityIds]}::uuid[])`)
  const duties = await query.execute()
  const words: FactWords = { kinds: {}, fields: {}, choices: {}, money: [] }
  for (const duty of duties) {
    words.kinds[duty.fact_kind] ??= duty.name as LocalText
    for (const field of Form.parse(duty.form).fields) {
      words.fields[`${duty.fact_kind}.${field.key}`] ??= field.label
      if (field.kind === 'money') words.money.push(`${duty.fact_kind}.${field.key}`)
      for (const choice of field.choices)
        words.choices[`${duty.fact_kind}.${field.key}.${choice.value}`] ??= choice.label
    }
  }
  return words
}
