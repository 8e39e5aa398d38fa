import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { notThisLibrary } from '../problems.ts'

/** Rows of a tab-separated file below a directory, as lists of the wanted columns; refused when the file or a column is missing. */
export async function readTable(directory: string, name: string, columns: readonly string[]): Promise<string[][]> {
  const text = await readFile(join(directory, name), 'utf8').catch(() => undefined)
  if (text === undefined) throw notThisLibrary({ directory, missing: name })
  const [head = '', ...lines] = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  const titles = head.split('\t')
  const places = columns.map((column) => titles.indexOf(column))
  const absent = columns.find((_column, index) => places[index] === -1)
  if (absent) throw notThisLibrary({ directory, missing: `${name}: ${absent}` })
  return lines.filter((line) => line !== '').map((line) => cells(line, places))
}

function cells(line: string, places: readonly number[]): string[] {
  const all = line.split('\t')
  return places.map((place) => all[place] ?? '')
}
