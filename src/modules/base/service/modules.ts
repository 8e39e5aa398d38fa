import { dependents, missingFor, type Manifest } from '#core/manifest'
import type { Context } from '#kernel/context'
import { enterTenant } from '#kernel/dispatch'
import { say } from '#kernel/i18n'
import { notFound } from '#kernel/problems'
import type { ModuleState } from '../contract.ts'
import { mandatoryModule, moduleLacks, moduleNeeded } from '../problems.ts'
import { bumpStructure } from '../store/company.ts'
import { offModules, writeSwitch } from '../store/setting.ts'
import { wholeCompany } from './may-give.ts'

export async function listModules(ctx: Context): Promise<ModuleState[]> {
  wholeCompany(ctx)
  const off = await offModules(ctx)
  const isOn = (name: string) => !off.has(name)
  const { manifests } = ctx.house
  return manifests.map((manifest) => ({
    name: manifest.name,
    isOn: isOn(manifest.name),
    isMandatory: manifest.mandatory ?? false,
    requires: [...manifest.requires],
    requiredBy: dependents(manifest.name, manifests, () => true),
    blockedBy: dependents(manifest.name, manifests, isOn),
    missing: missingFor(manifest.name, manifests, isOn),
  }))
}

/** Switches a module on or off for the company. Off, its routes answer as if they weren't there; nothing is deleted. */
export async function switchModule(
  ctx: Context,
  { module, isOn }: { module: string; isOn: boolean },
): Promise<ModuleState[]> {
  wholeCompany(ctx)
  await bumpStructure(ctx)
  const manifest = ctx.house.manifests.find(({ name }) => name === module)
  if (!manifest) throw notFound({ what: 'module' })
  const off = await offModules(ctx)
  if (off.has(module) !== isOn) return listModules(ctx)
  refuse(ctx, manifest, isOn, (name) => !off.has(name))
  await writeSwitch(ctx, module, isOn)
  await ctx.audit({ action: 'base.switch-module', target: `module/${module}`, before: !isOn, after: isOn })
  // a context made anew, in which the module is as it is now
  const after = await enterTenant(ctx, ctx.tenantId, ctx.actor)
  if (isOn) await ctx.house.modules.find((bound) => bound.manifest.name === module)?.catchUp?.(after)
  await after.emit('base.module-switched', { module, isOn })
  await ctx.announce('base')
  return listModules(ctx)
}

function refuse(ctx: Context, manifest: Manifest, isOn: boolean, isNowOn: (name: string) => boolean): void {
  const { name: module } = manifest
  if (isOn) {
    const modules = missingFor(module, ctx.house.manifests, isNowOn)
    if (modules.length > 0) throw moduleLacks({ module, modules, names: namesOf(ctx, modules) })
    return
  }
  if (manifest.mandatory) throw mandatoryModule({ module, name: namesOf(ctx, [module]) })
  const modules = dependents(module, ctx.house.manifests, isNowOn)
  if (modules.length > 0) throw moduleNeeded({ module, modules, names: namesOf(ctx, modules) })
}

function namesOf(ctx: Context, modules: readonly string[]): string {
  const names = modules.map((module) => say(ctx.language, `base.modules.${module}.name`))
  return new Intl.ListFormat(ctx.language, { type: 'unit', style: 'narrow' }).format(names)
}
