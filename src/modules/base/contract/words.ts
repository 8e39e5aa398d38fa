import * as z from 'zod'
import { defineRoutes } from '#core/contract'

export const wordsRoutes = defineRoutes({
  /** All packs of a language, one a module. Tagged by content, so that a browser that has them gets 304. */
  readWords: {
    method: 'GET',
    path: '/words/:language',
    permission: 'public',
    input: z.object({ language: z.enum(['zh-CN', 'en']) }),
    output: z.record(z.string(), z.record(z.string(), z.unknown())),
  },
})
