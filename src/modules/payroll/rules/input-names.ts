import type { NameEntry } from '#core/formula'

/**
 * A name every run gives a value for, whatever a person's terms say. Amounts are yuan, days and hours decimals; what is
 * not known of a person's month counts as 0.
 */
export type RunInputName = {
  readonly name: string
  readonly alias: string
  readonly unit: 'yuan' | 'days' | 'hours' | 'years'
}

/** What every run brings along, by the name formulas use. */
export const runInputNames = [
  /** Agreed wage of a full period, of the terms that hold on its last day employed. */
  { name: 'wage', alias: '约定工资', unit: 'yuan' },
  /** The wage for the days employed in the period, by the group's method; days of unpaid leave are not yet taken off. */
  { name: 'part_month_wage', alias: '出勤工资', unit: 'yuan' },
  /** Workdays and statutory days of the period on which the person was employed. */
  { name: 'paid_days', alias: '计薪天数', unit: 'days' },
  /** Workdays and statutory days of the whole period. */
  { name: 'month_days', alias: '当月计薪天数', unit: 'days' },
  /** Workdays alone on which the person was employed. */
  { name: 'workdays', alias: '工作日数', unit: 'days' },
  { name: 'unpaid_days', alias: '无薪天数', unit: 'days' },
  { name: 'sick_days', alias: '病假天数', unit: 'days' },
  { name: 'overtime_workday_hours', alias: '工作日加班小时', unit: 'hours' },
  { name: 'overtime_restday_hours', alias: '休息日加班小时', unit: 'hours' },
  { name: 'overtime_holiday_hours', alias: '法定节日加班小时', unit: 'hours' },
  /** Full years since the person began, on the last day of the period. */
  { name: 'years_of_service', alias: '工龄', unit: 'years' },
  /** Monthly minimum wage of the person's city; 0 where none is known. */
  { name: 'minimum_wage', alias: '最低工资', unit: 'yuan' },
  /** Accepted differences of closed periods: added when positive. */
  { name: 'arrears', alias: '补发金额', unit: 'yuan' },
  /** What earlier slips could not take and this one recovers. */
  { name: 'receivable', alias: '待追回金额', unit: 'yuan' },
] as const satisfies readonly RunInputName[]

/** How an input name is written: lower case, digits, underscores. Fixed amounts and one-off inputs keep to it too. */
export const inputNamePattern = /^[a-z][a-z0-9_]*$/

/**
 * All names the items of a run may use: the run's own, figures of modules, then free ones (fixed amounts of terms,
 * one-off inputs). The first to bring a name or alias keeps it, so that a free name never breaks a plan; names of items
 * are left to the items.
 */
export function inputEntries(
  figures: readonly { readonly name: string; readonly alias: string; readonly module: string }[],
  free: readonly string[],
  taken: ReadonlySet<string> = new Set(),
): NameEntry[] {
  const used = new Set(taken)
  const found: NameEntry[] = []
  const add = (name: string, aliases: readonly string[], source: string) => {
    if (used.has(name)) return
    const own = aliases.filter((alias) => alias !== name && !used.has(alias))
    for (const one of [name, ...own]) used.add(one)
    found.push({ name, aliases: own, type: 'number', source })
  }
  for (const { name, alias } of runInputNames) add(name, [alias], 'run')
  for (const { name, alias, module } of figures) add(name, [alias], module)
  for (const name of free) add(name, [], 'free')
  return found
}
