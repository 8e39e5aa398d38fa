import * as z from 'zod'
import { defineRoutes } from '#core/contract'

/** One thing somebody did. `action` is `module.verb`; its words are `<module>.actions.<verb>`. */
export const AuditRow = z.object({
  id: z.uuid(),
  at: z.string(),
  accountId: z.uuid().nullable(),
  actorName: z.string(),
  action: z.string(),
  target: z.string(),
  before: z.unknown(),
  after: z.unknown(),
  requestId: z.string(),
  address: z.string(),
})
export type AuditRow = z.infer<typeof AuditRow>

export const auditRoutes = defineRoutes({
  listAudit: {
    method: 'GET',
    path: '/audit',
    permission: 'base.read-audit',
    input: z.object({
      /** Part of the name of who did it. */
      actor: z.string().trim().max(100).optional(),
      /** `module.verb`, or `module.` for all of a module. */
      action: z.string().trim().max(100).optional(),
      /** `unit/<id>`, or `unit/` for all of a kind. */
      target: z.string().trim().max(200).optional(),
      from: z.iso.date().optional(),
      /** The last day, itself included. */
      to: z.iso.date().optional(),
      limit: z.coerce.number().int().min(1).max(500).default(50),
      /** `next` of the page before. */
      cursor: z.string().max(80).optional(),
    }),
    output: z.object({ rows: z.array(AuditRow), next: z.string().nullable() }),
  },
})
