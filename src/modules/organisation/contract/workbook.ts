import * as z from 'zod'
import { defineRoutes } from '#core/contract'

export const workbookRoutes = defineRoutes({
  /** Everything with its history as one .xlsx; for whoever may edit all of it. */
  exportOrganisation: {
    method: 'GET',
    path: '/organisation/export',
    permission: 'organisation.edit',
    kind: 'download',
    input: z.object({}),
    output: z.unknown(),
  },
})
