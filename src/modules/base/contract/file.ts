import * as z from 'zod'
import { defineRoutes } from '#core/contract'

export const StoredFile = z.object({
  id: z.uuid(),
  name: z.string(),
  mediaType: z.string(),
  sizeBytes: z.int(),
})
export type StoredFile = z.infer<typeof StoredFile>

export const fileRoutes = defineRoutes({
  /** Mine alone until a command attaches it to something; what is never attached is swept away. */
  uploadFile: {
    method: 'POST',
    path: '/files',
    permission: 'signed-in',
    kind: 'upload',
    limitBytes: 20 * 1024 * 1024,
    input: z.object({}),
    output: StoredFile,
  },
  downloadFile: {
    method: 'GET',
    path: '/files/:fileId',
    permission: 'signed-in',
    kind: 'download',
    input: z.object({ fileId: z.uuid() }),
    output: z.null(),
  },
})
