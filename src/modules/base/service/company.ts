import type { SettingValue } from '#core/manifest'
import type { Context } from '#kernel/context'
import { notFound } from '#kernel/problems'
import type { Company, Setting } from '../contract.ts'
import { wrongSetting, wrongTimeZone } from '../problems.ts'
import { readTenant, updateTenant } from '../store/company.ts'
import { settingRows, writeSetting } from '../store/setting.ts'
import { wholeCompany } from './may-give.ts'

export async function listSettings(ctx: Context): Promise<Setting[]> {
  wholeCompany(ctx)
  const stored = new Map((await settingRows(ctx)).map((row) => [row.key, row]))
  return ctx.house.manifests.flatMap((manifest) =>
    Object.entries(manifest.settings).map(([name, preset]) => {
      const key = `${manifest.name}.${name}`
      const row = stored.get(key)
      const value = (row ? row.value : preset) as SettingValue
      return { key, module: manifest.name, name, value, preset, changedAt: row?.changedAt.toISOString() ?? null }
    }),
  )
}

export async function setSetting(ctx: Context, { key, value }: { key: string; value: SettingValue }): Promise<Setting> {
  wholeCompany(ctx)
  const before = (await listSettings(ctx)).find((setting) => setting.key === key)
  if (!before) throw notFound({ what: 'setting' })
  if (!fits(value, before.preset)) throw wrongSetting({ key, wanted: typeof before.preset })
  await writeSetting(ctx, key, value)
  await ctx.audit({ action: 'base.set-setting', target: `setting/${key}`, before: before.value, after: value })
  await ctx.emit('base.setting-changed', { key })
  await ctx.announce('base')
  return { ...before, value, changedAt: ctx.now.toISOString() }
}

export async function readCompany(ctx: Context): Promise<Company> {
  wholeCompany(ctx)
  return readTenant(ctx)
}

type Change = { name?: string | undefined; language?: 'zh-CN' | 'en' | undefined; timeZone?: string | undefined }

export async function updateCompany(ctx: Context, change: Change): Promise<Company> {
  wholeCompany(ctx)
  if (change.timeZone !== undefined && !isTimeZone(change.timeZone)) throw wrongTimeZone({ timeZone: change.timeZone })
  const before = await readTenant(ctx)
  await updateTenant(ctx, change)
  await ctx.audit({ action: 'base.update-company', target: `tenant/${ctx.tenantId}`, before, after: change })
  await ctx.announce('base')
  return readTenant(ctx)
}

/** Of the kind of the preset; numbers are never negative, and whole where the preset is. */
function fits(value: SettingValue, preset: SettingValue): boolean {
  if (typeof value !== typeof preset) return false
  if (typeof value !== 'number') return true
  return Number.isFinite(value) && value >= 0 && value <= 1e9 && (!Number.isInteger(preset) || Number.isInteger(value))
}

/** A name of the tz database; offsets and abbreviations know no summer time. */
function isTimeZone(name: string): boolean {
  if (name !== 'UTC' && !/^[A-Z][A-Za-z]+(\/[A-Za-z0-9_+-]+)+$/.test(name)) return false
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
