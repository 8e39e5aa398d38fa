/**
 * What the factory's departments answer for: code, department, accountable position, responsible positions with their
 * weight in permille, then name, purpose and activities as `zh | en`. Several say in other words what another
 * department does too: that is what the first re-organisation found.
 */
export type FactoryResponsibility = readonly [
  code: string,
  unit: string,
  accountable: string,
  responsible: Readonly<Record<string, number>>,
  name: string,
  purpose: string,
  activities: readonly string[],
]
