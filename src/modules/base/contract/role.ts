import * as z from 'zod'
import { defineRoutes } from '#core/contract'

export const scopes = ['self', 'reports', 'partners', 'unit', 'tenant'] as const

export const RoleGrant = z.object({
  permission: z.string().max(100),
  scope: z.enum(scopes),
  effect: z.enum(['allow', 'deny']).default('allow'),
})
export type RoleGrant = z.infer<typeof RoleGrant>

export const Role = z.object({
  id: z.uuid(),
  /** Preset roles: `employee`, `manager` …, whose names stand in the words under `roles`. */
  key: z.string(),
  isPreset: z.boolean(),
  /** Null for preset roles. */
  name: z.string().nullable(),
  version: z.int(),
  /** Accounts that hold it today; `manager` is held by whoever has reports and counts none. */
  holders: z.int(),
  /** True when I may give it to others in the whole company. */
  mayGive: z.boolean(),
  /** True when I may change its grants. */
  mayChange: z.boolean(),
  grants: z.array(RoleGrant),
})
export type Role = z.infer<typeof Role>

const RoleName = z.string().trim().min(1).max(100)
const Grants = z.array(RoleGrant).max(1000)

export const roleRoutes = defineRoutes({
  listRoles: {
    method: 'GET',
    path: '/roles',
    permission: 'base.manage-accounts',
    input: z.object({}),
    output: z.array(Role),
  },
  createRole: {
    method: 'POST',
    path: '/roles',
    permission: 'base.administer',
    input: z.object({ name: RoleName, grants: Grants.default([]) }),
    output: Role,
  },
  /** Replaces the name (not of preset roles) or all grants. */
  updateRole: {
    method: 'PATCH',
    path: '/roles/:roleId',
    permission: 'base.administer',
    input: z.object({
      roleId: z.uuid(),
      version: z.int(),
      name: RoleName.optional(),
      grants: Grants.optional(),
    }),
    output: Role,
  },
  /** Only a role that is not preset and that nobody holds. */
  deleteRole: {
    method: 'DELETE',
    path: '/roles/:roleId',
    permission: 'base.administer',
    input: z.object({ roleId: z.uuid() }),
    output: z.null(),
  },
  /** Everything that can be granted, by module; the words are `module.permissions.verb`. */
  listPermissions: {
    method: 'GET',
    path: '/permissions',
    permission: 'base.manage-accounts',
    input: z.object({}),
    output: z.array(z.object({ module: z.string(), isOn: z.boolean(), permissions: z.array(z.string()) })),
  },
})
