import * as z from 'zod'
import { defineRoutes } from '#core/contract'

const DaySpan = z.object({ from: z.iso.date(), until: z.iso.date() })
const State = z.object({
  search: z.string().max(200).default(''),
  values: z.record(z.string().max(60), z.union([z.array(z.string().max(200)).max(500), DaySpan])).default({}),
})
const Screen = z.string().regex(/^[a-z][A-Za-z0-9.-]{0,59}$/)

export const SavedView = z.object({
  id: z.uuid(),
  name: z.string(),
  state: State,
  isShared: z.boolean(),
  isMine: z.boolean(),
  /** Whose it is, of those shared by others. */
  ownerName: z.string().nullable(),
})
export type SavedView = z.infer<typeof SavedView>

export const savedViewRoutes = defineRoutes({
  /** Mine and those that others share, of one screen (`module.screen`). */
  listSavedViews: {
    method: 'GET',
    path: '/saved-views',
    permission: 'signed-in',
    input: z.object({ screen: Screen }),
    output: z.object({ rows: z.array(SavedView), mayShare: z.boolean() }),
  },
  /** Under a name of mine that is taken it replaces that view. */
  saveView: {
    method: 'POST',
    path: '/saved-views',
    permission: 'signed-in',
    input: z.object({
      screen: Screen,
      name: z.string().trim().min(1).max(100),
      state: State,
      isShared: z.boolean().default(false),
    }),
    output: z.object({ viewId: z.uuid() }),
  },
  deleteSavedView: {
    method: 'DELETE',
    path: '/saved-views/:viewId',
    permission: 'signed-in',
    input: z.object({ viewId: z.uuid() }),
    output: z.object({ viewId: z.uuid() }),
  },
})
