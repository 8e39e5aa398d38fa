import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const directory = join(import.meta.dirname, '../../shared/data/onet')

export const hasOnet = existsSync(join(directory, 'tasks_to_dwas.tsv'))

/** One text of an owner, and the names of the texts or owners it truly belongs with. */
export type Known = {
  readonly id: string
  readonly unit: string
  readonly text: string
  readonly truth: ReadonlySet<string>
}

/** Task statements of O*NET; true for one are the tasks of other occupations under the same detailed work activity. */
export function tasksOfOnet(): Known[] {
  const activities = groups(
    rows('tasks_to_dwas.tsv'),
    ([code, task]) => `${code}/${task}`,
    (row) => row[2] ?? '',
  )
  const members = groups(
    rows('tasks_to_dwas.tsv'),
    (row) => row[2] ?? '',
    ([code, task]) => `${code}/${task}`,
  )
  return rows('tasks.tsv').map(([unit = '', task = '', text = '']) => {
    const id = `${unit}/${task}`
    const alike = (activities.get(id) ?? []).flatMap((activity) => members.get(activity) ?? [])
    return { id, unit, text, truth: new Set(alike.filter((other) => !other.startsWith(`${unit}/`))) }
  })
}

/** Occupations as all their tasks; true are the primary related ones, by experts. */
export function positionsOfOnet(): Known[] {
  const tasks = groups(
    rows('tasks.tsv'),
    (row) => row[0] ?? '',
    (row) => row[2] ?? '',
  )
  const primary = rows('related.tsv').filter((row) => row[2]?.startsWith('Primary') && tasks.has(row[1] ?? ''))
  const related = groups(
    primary,
    (row) => row[0] ?? '',
    (row) => row[1] ?? '',
  )
  return [...tasks].map(([unit, texts]) => ({
    id: unit,
    unit,
    text: texts.join(' . '),
    truth: new Set(related.get(unit)),
  }))
}

function rows(file: string): string[][] {
  const [, ...lines] = readFileSync(join(directory, file), 'utf8').trimEnd().split(/\r?\n/)
  return lines.map((line) => line.split('\t'))
}

function groups(all: readonly string[][], keyOf: (row: string[]) => string, valueOf: (row: string[]) => string) {
  const found = new Map<string, string[]>()
  for (const row of all) {
    const list = found.get(keyOf(row)) ?? []
    list.push(valueOf(row))
    found.set(keyOf(row), list)
  }
  return found
}
