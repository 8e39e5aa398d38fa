/** A language to write in: its words, and how it calls a permission. */
export type Speech = {
  readonly language: string
  readonly say: (key: string, facts?: Readonly<Record<string, unknown>>) => string
  readonly right: (permission: string) => string
  /** A cadence's words stand with the responsibilities. */
  readonly cadence: (key: string, facts: Readonly<Record<string, unknown>>) => string
}

/** As people write it: shares in percent, else with the unit behind. */
export function figureText(value: number, unit: string): string {
  if (unit === '%') return `${plain(value * 100)} %`
  return unit === '' ? plain(value) : `${plain(value)} ${unit}`
}

export function shareText(permille: number): string {
  return `${plain(permille / 10)} %`
}

function plain(value: number): string {
  return String(Math.round(value * 1e6) / 1e6)
}
