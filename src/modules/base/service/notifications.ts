import type { Context } from '#kernel/context'
import { forbidden } from '#kernel/problems'
import type { Input, Output } from '#core/contract'
import type { routes } from '../contract.ts'
import {
  countNotifications,
  insertEach,
  insertNotifications,
  markNotifications,
  notificationsOf,
  type Telling,
} from '../store/notification.ts'

type Routes = typeof routes

/** Tells the accounts of people, in the transaction of what happened; open pages look again when it commits. */
export async function tellPeople(ctx: Context, personIds: readonly string[], telling: Telling): Promise<void> {
  if (personIds.length > 0) await announceTo(ctx, await insertNotifications(ctx, { personIds }, telling))
}

/** Tells each of many people something of their own, in one statement. */
export async function tellEach(ctx: Context, tellings: readonly (Telling & { personId: string })[]): Promise<void> {
  if (tellings.length > 0) await announceTo(ctx, await insertEach(ctx, tellings))
}

export async function tellAccounts(ctx: Context, accountIds: readonly string[], telling: Telling): Promise<void> {
  if (accountIds.length > 0) await announceTo(ctx, await insertNotifications(ctx, { accountIds }, telling))
}

export async function listNotifications(
  ctx: Context,
  input: Input<Routes['listNotifications']>,
): Promise<Output<Routes['listNotifications']>> {
  const accountId = ownAccountId(ctx)
  const counts = await countNotifications(ctx, accountId)
  return { ...counts, rows: await notificationsOf(ctx, accountId, input) }
}

export async function markRead(ctx: Context, { ids }: { ids?: string[] | undefined }): Promise<{ unread: number }> {
  const accountId = ownAccountId(ctx)
  await markNotifications(ctx, accountId, ids)
  await ctx.announce('notifications', [accountId])
  return { unread: (await countNotifications(ctx, accountId)).unread }
}

export async function live(ctx: Context): Promise<{ tenantId: string; accountId: string | null }> {
  return { tenantId: ctx.tenantId, accountId: ctx.actor.accountId }
}

/** The account of who is signed in; things of one's own are nobody else's and no machine's. */
export function ownAccountId(ctx: Context): string {
  if (!ctx.actor.accountId) throw forbidden({ permission: 'signed-in' })
  return ctx.actor.accountId
}

async function announceTo(ctx: Context, accountIds: readonly string[]): Promise<void> {
  if (accountIds.length > 0) await ctx.announce('notifications', accountIds)
}
