import type { Raci } from '../../contract.ts'

export const letters: Readonly<Record<Raci, string>> = {
  accountable: 'A',
  responsible: 'R',
  consulted: 'C',
  informed: 'I',
}
export const looks: Readonly<Record<Raci, string>> = {
  accountable: 'bg-primary text-on-primary',
  responsible: 'bg-green-soft text-green-text',
  consulted: 'bg-violet-soft text-violet-text',
  informed: 'bg-gray-soft text-gray-text',
}

/** The role of a key pressed on a cell, if it is one. */
export function roleOfKey(key: string): Raci | undefined {
  const all = Object.entries(letters) as [Raci, string][]
  return all.find(([, letter]) => letter === key.toUpperCase())?.[0]
}

/** The roles with one added, or taken away when it was there. */
export function toggled(racis: readonly Raci[], raci: Raci): Raci[] {
  return racis.includes(raci) ? racis.filter((one) => one !== raci) : [...racis, raci]
}

/** Where an arrow key leads in a table; undefined for other keys. */
export function moved(at: { row: number; column: number }, key: string, rows: number, columns: number) {
  const within = (value: number, count: number) => Math.max(0, Math.min(count - 1, value))
  if (key === 'ArrowUp') return { ...at, row: within(at.row - 1, rows) }
  if (key === 'ArrowDown') return { ...at, row: within(at.row + 1, rows) }
  if (key === 'ArrowLeft') return { ...at, column: within(at.column - 1, columns) }
  if (key === 'ArrowRight') return { ...at, column: within(at.column + 1, columns) }
  if (key === 'Home') return { ...at, column: 0 }
  if (key === 'End') return { ...at, column: within(columns, columns) }
  return undefined
}
