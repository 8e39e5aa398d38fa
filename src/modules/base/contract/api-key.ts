import * as z from 'zod'
import { defineRoutes } from '#core/contract'

export const ApiKey = z.object({
  id: z.uuid(),
  name: z.string(),
  permissions: z.array(z.string()),
  createdBy: z.string().nullable(),
  createdAt: z.string(),
  expiresAt: z.string().nullable(),
  revokedAt: z.string().nullable(),
})
export type ApiKey = z.infer<typeof ApiKey>

export const apiKeyRoutes = defineRoutes({
  listApiKeys: {
    method: 'GET',
    path: '/api-keys',
    permission: 'base.administer',
    input: z.object({ limit: z.coerce.number().int().min(1).max(500).default(200) }),
    output: z.array(ApiKey),
  },
  /** `secret` is shown this once. */
  createApiKey: {
    method: 'POST',
    path: '/api-keys',
    permission: 'base.administer',
    input: z.object({
      name: z.string().trim().min(1).max(100),
      permissions: z.array(z.string().max(100)).min(1).max(100),
      expiresInDays: z.int().min(1).max(730),
    }),
    output: z.object({ key: ApiKey, secret: z.string() }),
  },
  revokeApiKey: {
    method: 'DELETE',
    path: '/api-keys/:keyId',
    permission: 'base.administer',
    input: z.object({ keyId: z.uuid() }),
    output: z.null(),
  },
})
