import * as z from 'zod'
import { defineRoutes } from '#core/contract'
import { Change } from '#core/reorganisation'

const known = { draftId: z.uuid(), version: z.int() }
const Now = z.object({ id: z.uuid(), version: z.int() })

/** A draft is edited by one at a time: each of these names the version it was read at. */
export const changeRoutes = defineRoutes({
  addChange: {
    method: 'POST',
    path: '/reorganisations/:draftId/changes',
    permission: 'reorganisation.edit',
    input: z.object({ ...known, change: Change }),
    output: z.object({ id: z.uuid(), version: z.int(), changeId: z.uuid() }),
  },
  editChange: {
    method: 'PUT',
    path: '/reorganisations/:draftId/changes/:changeId',
    permission: 'reorganisation.edit',
    input: z.object({ ...known, changeId: z.uuid(), change: Change }),
    output: Now,
  },
  removeChange: {
    method: 'POST',
    path: '/reorganisations/:draftId/changes/:changeId/remove',
    permission: 'reorganisation.edit',
    input: z.object({ ...known, changeId: z.uuid() }),
    output: Now,
  },
  /** All changes in their new order. */
  orderChanges: {
    method: 'PUT',
    path: '/reorganisations/:draftId/order',
    permission: 'reorganisation.edit',
    input: z.object({ ...known, changeIds: z.array(z.uuid()).max(5000) }),
    output: Now,
  },
})
