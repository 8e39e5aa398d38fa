import type { Context } from '#kernel/context'
import type { AttemptWay } from '../contract.ts'

export type NewAttempt = {
  readonly way: AttemptWay
  /** Of the sentence that was answered, with the module before. */
  readonly code: string
  readonly gate?: string | null | undefined
  readonly subjectType?: string | null | undefined
  readonly subjectKey?: string | null | undefined
  readonly flowId?: string | null | undefined
  readonly instanceId?: string | null | undefined
  readonly node?: string | null | undefined
  /** What the sentence names, by ids. */
  readonly facts?: Readonly<Record<string, string>> | undefined
}

export async function insertAttempt(ctx: Context, one: NewAttempt): Promise<void> {
  await ctx.db
    .insertInto('flow_attempt')
    .values({
      tenant_id: ctx.tenantId,
      id: ctx.newId(),
      at: ctx.now,
      way: one.way,
      code: one.code,
      gate: one.gate ?? null,
      subject_type: one.subjectType ?? null,
      subject_key: one.subjectKey ?? null,
      flow_id: one.flowId ?? null,
      instance_id: one.instanceId ?? null,
      node: one.node ?? null,
      facts: JSON.stringify(one.facts ?? {}),
      account_id: ctx.actor.accountId,
      person_id: ctx.actor.personId,
      by_name: ctx.actor.name,
      request_id: ctx.requestId,
    })
    .execute()
}
