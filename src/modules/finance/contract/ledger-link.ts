import * as z from 'zod'
import { defineRoutes } from '#core/contract'
import { byId, Id, Text } from './shapes.ts'

const link = {
  url: z.url({ protocol: /^https?$/ }).max(500),
  accountSet: z.string().trim().min(1).max(100),
  book: z.string().trim().min(1).max(60),
  voucherGroup: z.string().trim().min(1).max(60).default('PRE001'),
  userName: z.string().trim().min(1).max(100),
  appId: z.string().trim().min(1).max(200),
}
export const LedgerLink = z.object({ employerUnitId: Id, employerName: Text.nullable(), ...link, version: z.int() })
export type LedgerLink = z.infer<typeof LedgerLink>
export const Sending = z.object({
  state: z.enum(['sent', 'unknown', 'refused']),
  remoteNumber: z.string().nullable(),
  message: z.string(),
})
export type Sending = z.infer<typeof Sending>

export const ledgerLinkRoutes = defineRoutes({
  listLedgerLinks: {
    method: 'GET',
    path: '/finance/ledger-links',
    permission: 'finance.read',
    input: z.object({}),
    output: z.array(LedgerLink),
  },
  saveLedgerLink: {
    method: 'PUT',
    path: '/finance/ledger-links/:employerUnitId',
    permission: 'finance.set-up',
    confirms: true,
    input: z.object({
      employerUnitId: Id,
      ...link,
      /** Left out: as it is. Another address or user needs it anew. */
      secret: z.string().min(1).max(500).optional(),
    }),
    output: z.object({ employerUnitId: Id, version: z.int() }),
  },
  /** Looks the voucher up in Kingdee Cloud and sends it only when it is not there. */
  sendVoucher: {
    method: 'POST',
    path: '/finance/vouchers/:id/send',
    permission: 'finance.export',
    transaction: 'own',
    confirms: true,
    input: z.object({
      ...byId,
      /** After an answer was lost and the voucher is not to be found there: send it all the same. */
      again: z.boolean().default(false),
    }),
    output: Sending,
  },
})
