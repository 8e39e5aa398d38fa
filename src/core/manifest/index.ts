import type { Routes } from '../contract/index.ts'

/** Rows a grant reaches: one's own, those of the people reporting to one, of the units one works with, a unit with all below it, or all. */
export type Scope = 'self' | 'reports' | 'partners' | 'unit' | 'tenant'

/** Roles every tenant starts with. `manager` is held by whoever has reports, without being given. */
export const presetRoles = ['employee', 'manager', 'hr', 'finance', 'auditor', 'administrator'] as const
export type PresetRole = (typeof presetRoles)[number]

export type ScreenPlace = {
  /** Path in the browser; `$name` takes a parameter. */
  readonly path: string
  readonly permission: string
  /** In which group of the menu it stands, and where in it; a screen without `menu` is reached by links. */
  readonly menu?: { readonly section: MenuSection; readonly order: number; readonly icon: string }
  /** Also a page of the phone; `tab` puts it into the bottom bar. */
  readonly phone?: true | { readonly tab: number; readonly icon: string }
  /** How many things wait there, for menu and tab: figures of what a GET route of the module answers, added up. The first that may be opened. */
  readonly waiting?: { readonly path: string; readonly figures: readonly string[] }
}

export const menuSections = ['mine', 'team', 'people', 'measure', 'pay', 'system'] as const
export type MenuSection = (typeof menuSections)[number]

export type SettingValue = string | number | boolean

export type Manifest = {
  readonly name: string
  /** Modules below this one that it calls; all stand earlier in `src/app/modules.ts`. */
  readonly requires: readonly string[]
  /** Mandatory modules have no switch. */
  readonly mandatory?: true
  readonly tables: readonly string[]
  readonly permissions: readonly string[]
  /** What the preset roles may do, until an administrator says otherwise. */
  readonly grants: { readonly [role in PresetRole]?: Readonly<Record<string, Scope>> }
  readonly routes: Routes
  readonly events: readonly string[]
  readonly listens: readonly string[]
  /** Background work: `every` is a cron line in the installation's time zone; without it the job is only enqueued. */
  readonly jobs: Readonly<Record<string, { readonly every?: string }>>
  readonly screens: Readonly<Record<string, ScreenPlace>>
  /** Kinds of spreadsheets this module can take in. */
  readonly imports?: readonly string[]
  readonly settings: Readonly<Record<string, SettingValue>>
}

/** States a module as data. The kernel derives routes, permissions, menu, schedule and switch page from it. */
export function defineModule<const M extends Manifest>(manifest: M): M {
  return manifest
}

/** The modules that must be off before `name` may be: those on that require it. */
export function dependents(name: string, manifests: readonly Manifest[], isOn: (name: string) => boolean): string[] {
  return manifests.filter((m) => m.requires.includes(name) && isOn(m.name)).map((m) => m.name)
}

/** What must be on before `name` may be. */
export function missingFor(name: string, manifests: readonly Manifest[], isOn: (name: string) => boolean): string[] {
  return (manifests.find((m) => m.name === name)?.requires ?? []).filter((required) => !isOn(required))
}
