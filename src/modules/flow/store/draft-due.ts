import type { Context } from '#kernel/context'

/** Names of rows that belong to a draft as a whole: `draft` the to-do, `draft.0` and on its reminders. */
export const draftToken = 'draft'

/** A draft that has to be handed in by some time stands among the to-dos of its owner. */
export async function insertDraftTask(
  ctx: Context,
  one: { instanceId: string; flowId: string; personId: string; dueAt: Date },
): Promise<void> {
  await ctx.db
    .insertInto('flow_task')
    .values({
      tenant_id: ctx.tenantId,
      instance_id: one.instanceId,
      task: draftToken,
      flow_id: one.flowId,
      token: draftToken,
      node: 'start',
      kind: 'fill',
      person_id: one.personId,
      status: 'open',
      opened_at: ctx.now,
      due_at: one.dueAt,
    })
    .execute()
}

export async function moveDraftTask(ctx: Context, instanceId: string, toId: string): Promise<void> {
  await open(ctx, instanceId).set({ person_id: toId, read_at: null }).execute()
}

/** Handed in, or taken away: nothing waits, and nothing is reminded any more. */
export async function closeDraftTask(ctx: Context, instanceId: string, isSubmitted: boolean): Promise<void> {
  await open(ctx, instanceId)
    .set({ status: isSubmitted ? 'approved' : 'cancelled', closed_at: ctx.now })
    .execute()
  await ctx.db
    .deleteFrom('flow_timer')
    .where('tenant_id', '=', ctx.tenantId)
    .where('instance_id', '=', instanceId)
    .where('timer', 'like', `${draftToken}.%`)
    .execute()
}

function open(ctx: Context, instanceId: string) {
  return ctx.db
    .updateTable('flow_task')
    .where('tenant_id', '=', ctx.tenantId)
    .where('instance_id', '=', instanceId)
    .where('task', '=', draftToken)
    .where('closed_at', 'is', null)
}
