import { validOn } from '#kernel/as-of'
import type { Context } from '#kernel/context'
import type { Knowledge } from '../contract.ts'

type Stored = { kind: string; title: Record<string, string>; body?: Record<string, string>; link?: string }

/** Procedures, templates and answered questions that the responsibility of a task carries today. */
export async function knowledgeOf(ctx: Context, responsibilityId: string | null): Promise<Knowledge[]> {
  if (!responsibilityId) return []
  const row = await ctx.db
    .selectFrom('responsibility_version as v')
    .where('v.tenant_id', '=', ctx.tenantId)
    .where('v.responsibility_id', '=', responsibilityId)
    .where(validOn('v', ctx.today))
    .select('v.knowledge')
    .executeTakeFirst()
  return ((row?.knowledge ?? []) as Stored[]).map(({ kind, title, body, link }) => ({
    kind,
    title,
    body: body ?? null,
    link: link ?? null,
  }))
}
