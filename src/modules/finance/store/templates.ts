import { sql } from 'kysely'
import type { Day } from '#core/calendar'
import type { LocalText } from '#core/local-text'
import { validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'

export type TemplateKind = 'bank' | 'tax-wages' | 'tax-bonus' | 'tax-labour'
export type TemplateRow<Content> = {
  readonly id: string
  readonly kind: TemplateKind
  readonly code: string
  readonly name: LocalText
  readonly content: Content
  readonly version: number
  readonly from: string
}

/** A firm's own templates of a day. */
export async function templatesOn<Content>(
  ctx: Context,
  kinds: readonly TemplateKind[],
  day: Day,
): Promise<TemplateRow<Content>[]> {
  const { rows } = await sql<TemplateRow<Content>>`
    select t.id, t.kind, t.code, t.name, t.content, t.version, t.valid_from as from from file_template t
    where t.tenant_id = ${ctx.tenantId} and t.kind = any(${[...kinds]}) and ${validOn('t', day)}
    order by t.kind, t.code limit 500`.execute(ctx.db)
  return rows
}

/** The version of a template from a day on; the one before ends there, later ones go. */
export async function replaceTemplate(
  ctx: Context,
  {
    kind,
    code,
    name,
    content,
    from,
  }: { kind: TemplateKind; code: string; name: LocalText; content: object; from: Day },
): Promise<{ id: string; version: number }> {
  const same = sql`tenant_id = ${ctx.tenantId} and kind = ${kind} and code = ${code}`
  await sql`delete from file_template where ${same} and valid_from >= ${from}`.execute(ctx.db)
  await sql`update file_template set valid_until = ${from}, version = version + 1
    where ${same} and (valid_until is null or valid_until > ${from})`.execute(ctx.db)
  const id = ctx.newId()
  const row = {
    tenant_id: ctx.tenantId,
    id,
    kind,
    code,
    name: JSON.stringify(name),
    content: JSON.stringify(content),
    valid_from: from,
  }
  await ctx.db.insertInto('file_template').values(row).execute()
  return { id, version: 1 }
}
