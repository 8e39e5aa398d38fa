import * as z from 'zod'
import { defineRoutes } from '#core/contract'

/** A module and what stands above and below it; its name and line of description are `base.modules.<name>` in the words. */
export const ModuleState = z.object({
  name: z.string(),
  isOn: z.boolean(),
  isMandatory: z.boolean(),
  requires: z.array(z.string()),
  /** Modules that require it, on or off. */
  requiredBy: z.array(z.string()),
  /** Must be off before this one may be switched off; empty when it may. */
  blockedBy: z.array(z.string()),
  /** Must be on before this one may be switched on; empty when it may. */
  missing: z.array(z.string()),
})
export type ModuleState = z.infer<typeof ModuleState>

const Value = z.union([z.string().max(2000), z.number(), z.boolean()])

/** A setting; its words are `<module>.settings.<name>`. */
export const Setting = z.object({
  key: z.string(),
  module: z.string(),
  name: z.string(),
  value: Value,
  preset: Value,
  changedAt: z.string().nullable(),
})
export type Setting = z.infer<typeof Setting>

export const Company = z.object({
  name: z.string(),
  slug: z.string(),
  language: z.enum(['zh-CN', 'en']),
  timeZone: z.string(),
  isDemo: z.boolean(),
})
export type Company = z.infer<typeof Company>

export const companyRoutes = defineRoutes({
  listModules: {
    method: 'GET',
    path: '/modules',
    permission: 'base.administer',
    input: z.object({}),
    output: z.array(ModuleState),
  },
  switchModule: {
    method: 'POST',
    path: '/modules/:module/switch',
    permission: 'base.administer',
    input: z.object({ module: z.string().max(60), isOn: z.boolean() }),
    output: z.array(ModuleState),
  },
  listSettings: {
    method: 'GET',
    path: '/settings',
    permission: 'base.administer',
    input: z.object({}),
    output: z.array(Setting),
  },
  setSetting: {
    method: 'PUT',
    path: '/settings/:key',
    permission: 'base.administer',
    input: z.object({ key: z.string().max(120), value: Value }),
    output: Setting,
  },
  readCompany: { method: 'GET', path: '/company', permission: 'base.administer', input: z.object({}), output: Company },
  updateCompany: {
    method: 'PATCH',
    path: '/company',
    permission: 'base.administer',
    input: z.object({
      name: z.string().trim().min(1).max(200).optional(),
      language: z.enum(['zh-CN', 'en']).optional(),
      timeZone: z.string().max(60).optional(),
    }),
    output: Company,
  },
})
