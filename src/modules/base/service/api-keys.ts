import type { Input, Output } from '#core/contract'
import { reachOfActor } from '#kernel/access'
import type { Context } from '#kernel/context'
import { secretHash } from '#kernel/credentials'
import { notFound } from '#kernel/problems'
import { newToken } from '#kernel/sessions'
import type { ApiKey, routes } from '../contract.ts'
import { noSuchPermission, notForKeys, notYoursToGive } from '../problems.ts'
import { insertKey, listKeys, revokeKey } from '../store/api-key.ts'
import { wholeCompany } from './may-give.ts'

type Routes = typeof routes

export async function listApiKeys(ctx: Context, { limit }: { limit: number }): Promise<ApiKey[]> {
  wholeCompany(ctx)
  return listKeys(ctx, limit)
}

/** Makes a key for a machine. It reaches the whole company, so its maker must for each of its permissions. */
export async function createApiKey(
  ctx: Context,
  { name, permissions, expiresInDays }: Input<Routes['createApiKey']>,
): Promise<Output<Routes['createApiKey']>> {
  wholeCompany(ctx)
  const wanted = [...new Set(permissions)]
  for (const permission of wanted) checkPermission(ctx, permission)
  const id = ctx.newId()
  const secret = newToken()
  const expiresAt = new Date(ctx.now.getTime() + expiresInDays * 86_400_000)
  await insertKey(ctx, { id, name, permissions: wanted, secretHash: secretHash(secret), expiresAt })
  await ctx.audit({
    action: 'base.create-api-key',
    target: `api-key/${id}`,
    after: { name, permissions: wanted, expiresAt },
  })
  await ctx.announce('base')
  return {
    key: {
      id,
      name,
      permissions: wanted,
      createdBy: ctx.actor.name,
      createdAt: ctx.now.toISOString(),
      expiresAt: expiresAt.toISOString(),
      revokedAt: null,
    },
    secret: `rk_${id.replaceAll('-', '')}_${secret}`,
  }
}

export async function revokeApiKey(ctx: Context, { keyId }: { keyId: string }): Promise<null> {
  wholeCompany(ctx)
  if (!(await revokeKey(ctx, keyId))) throw notFound({ what: 'api-key' })
  await ctx.audit({ action: 'base.revoke-api-key', target: `api-key/${keyId}` })
  await ctx.announce('base')
  return null
}

/** Machines never manage accounts or the system: what a key could make would outlive it. */
const people = new Set(['base.administer', 'base.manage-accounts'])

function checkPermission(ctx: Context, permission: string): void {
  if (!ctx.house.manifests.some((manifest) => manifest.permissions.includes(permission)))
    throw noSuchPermission({ permission })
  if (people.has(permission)) throw notForKeys({ permission })
  if (!reachOfActor(ctx.actor, permission).all) throw notYoursToGive({ permission })
}
