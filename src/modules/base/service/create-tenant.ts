import { sql } from 'kysely'
import { presetRoles, type Manifest } from '#core/manifest'
import { systemActor } from '#kernel/access'
import type { Context } from '#kernel/context'
import { enterTenant } from '#kernel/dispatch'
import { createContext } from '#kernel/context'
import { queryBuilder } from '#kernel/database'
import { randomUUIDv7 } from '#kernel/ids'
import { transaction } from '#kernel/transaction'
import type { House } from '#kernel/house'
import type { Language } from '#kernel/i18n'

export type NewTenant = { slug: string; name: string; language: Language; isDemo?: boolean }

/** Makes a tenant with its preset roles; every module that is told seeds what it needs. Returns its id. */
export async function createTenant(house: House, tenant: NewTenant): Promise<string> {
  const now = house.clock()
  const id = randomUUIDv7(now)
  await transaction(house.pool, async (client) => {
    const db = queryBuilder(client)
    await sql`select kernel.new_tenant(${id}, ${tenant.slug}, ${tenant.name}, ${tenant.language}, ${tenant.isDemo ?? false}, ${now})`.execute(
      db,
    )
    const nowhere = { tenantId: '', timeZone: 'UTC', language: tenant.language, off: new Set<string>() }
    const outside = createContext({
      house,
      db,
      tenant: nowhere,
      actor: systemActor(tenant.language),
      now,
      requestId: `tenant-${id}`,
      address: '',
    })
    const ctx = await enterTenant(outside, id, systemActor(tenant.language))
    await addPresetRoles(ctx, house.manifests)
    await ctx.audit({ action: 'base.create-tenant', target: `tenant/${id}`, after: tenant })
    await ctx.emit('base.tenant-created', { tenantId: id })
  })
  return id
}

async function addPresetRoles(ctx: Context, manifests: readonly Manifest[]): Promise<void> {
  const roles = presetRoles.map((key) => ({ tenant_id: ctx.tenantId, id: ctx.newId(), key }))
  await ctx.db.insertInto('role').values(roles).execute()
  const grants = roles.flatMap((role) =>
    manifests.flatMap((manifest) =>
      Object.entries(manifest.grants[role.key] ?? {}).map(([permission, scope]) => ({
        tenant_id: ctx.tenantId,
        role_id: role.id,
        permission,
        scope,
      })),
    ),
  )
  await ctx.db.insertInto('role_grant').values(grants).execute()
}
