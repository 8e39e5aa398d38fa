import * as z from 'zod'
import { defineRoutes } from '#core/contract'

export const Notification = z.object({
  id: z.uuid(),
  /** `module.kind`; the sentence is `<module>.notifications.<kind>`, filled with `facts`. */
  kind: z.string(),
  facts: z.record(z.string(), z.unknown()),
  /** Path of the page it leads to. */
  link: z.string(),
  at: z.string(),
  readAt: z.string().nullable(),
})
export type Notification = z.infer<typeof Notification>

export const notificationRoutes = defineRoutes({
  /** Mine: the unread first, then the read, the newest first in both. */
  listNotifications: {
    method: 'GET',
    path: '/notifications',
    permission: 'signed-in',
    input: z.object({
      limit: z.coerce.number().int().min(1).max(200).default(30),
      offset: z.coerce.number().int().min(0).max(100_000).default(0),
    }),
    output: z.object({ unread: z.int(), total: z.int(), rows: z.array(Notification) }),
  },
  /** Without `ids` all of mine. */
  markRead: {
    method: 'POST',
    path: '/notifications/read',
    permission: 'signed-in',
    input: z.object({ ids: z.array(z.uuid()).max(500).optional() }),
    output: z.object({ unread: z.int() }),
  },
  /** Server-sent events `changed` with `{ topic }`: what an open page should read again. */
  live: {
    method: 'GET',
    path: '/live',
    permission: 'signed-in',
    kind: 'live',
    input: z.object({}),
    output: z.object({ tenantId: z.uuid(), accountId: z.uuid().nullable() }),
  },
})
