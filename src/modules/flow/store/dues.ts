import type { Context } from '#kernel/context'

/** When open to-dos of a step fall due. */
export async function updateDue(ctx: Context, instanceId: string, token: string, dueAt: Date): Promise<void> {
  await ctx.db
    .updateTable('flow_task')
    .set({ due_at: dueAt })
    .where('tenant_id', '=', ctx.tenantId)
    .where('instance_id', '=', instanceId)
    .where('token', '=', token)
    .where('closed_at', 'is', null)
    .execute()
}
