import type { Day } from '#core/calendar'
import { HandInForm } from '#core/form'
import type { LocalText } from '#core/local-text'
import type { Context } from '#kernel/context'
import { wholeVersions } from '#modules/responsibilities'
import type { FactWords } from '../contract.ts'
import { kindRows } from './kinds.ts'

/** What the facts of some responsibilities' duties, or of all, their fields and choices are called on a day. */
export async function factWords(
  ctx: Context,
  responsibilityIds: readonly string[] | 'all',
  day: Day,
): Promise<FactWords> {
  const query = ctx.db
    .selectFrom(wholeVersions(ctx, day, responsibilityIds === 'all' ? undefined : responsibilityIds).as('v'))
    .innerJoin('responsibility_duty as d', (on) =>
      on.onRef('d.tenant_id', '=', 'v.tenant_id').onRef('d.version_id', '=', 'v.version_id'),
    )
    .select(['d.fact_kind', 'd.name', 'd.form'])
    .orderBy('d.sort_order')
    .limit(2000)
  const duties = await query.execute()
  const words: FactWords = { kinds: {}, fields: {}, choices: {}, money: [] }
  for (const duty of duties) {
    words.kinds[duty.fact_kind] ??= duty.name as LocalText
    for (const field of HandInForm.parse(duty.form).fields) {
      words.fields[`${duty.fact_kind}.${field.key}`] ??= field.label
      if (field.kind === 'money') words.money.push(`${duty.fact_kind}.${field.key}`)
      for (const choice of field.choices)
        words.choices[`${duty.fact_kind}.${field.key}.${choice.value}`] ??= choice.label
    }
  }
  for (const kind of await kindRows(ctx)) {
    words.kinds[kind.key] ??= kind.name
    for (const { key, name } of [...kind.dimensions, ...kind.measures]) words.fields[`${kind.key}.${key}`] ??= name
  }
  return words
}
