import pg from 'pg'
import type { ConnectionSettings } from '#kernel/database'
import { readTable } from './table.ts'

/** The licence of O*NET asks that this is shown wherever the data is. */
export const onetAttribution =
  'This product includes information from the O*NET 29.3 Database by the U.S. Department of Labor, Employment and ' +
  'Training Administration (USDOL/ETA). Used under the CC BY 4.0 license. We have modified all or some of this ' +
  'information. USDOL/ETA has not approved, endorsed, or tested these modifications. O*NET is a trademark of USDOL/ETA.'

export type LibraryCounts = {
  readonly profiles: number
  readonly tasks: number
  readonly skills: number
  readonly titles: number
}

/**
 * Reads the occupations, tasks, skills and other titles of O*NET into the library of the installation, whole or not
 * at all; what was read before is replaced. `owner` is the login that owns the schema: the app may only read the library.
 */
export async function importOnet(
  owner: ConnectionSettings,
  directory: string,
  onStep: (step: string) => void = () => {},
): Promise<LibraryCounts> {
  const profiles = await readTable(directory, 'occupations.tsv', ['code', 'title', 'description'])
  const tasks = await readTable(directory, 'tasks.tsv', ['code', 'task_id', 'task', 'type'])
  const skills = await readTable(directory, 'skills.tsv', ['code', 'skill', 'importance_1_5', 'level_0_7'])
  const titles = await readTable(directory, 'alternate_titles.tsv', ['code', 'alternate_title'])
  const known = new Set(profiles.map((row) => row[0]))
  const ofKnown = (rows: string[][]) => once(rows.filter((row) => known.has(row[0])))
  const client = new pg.Client(owner)
  await client.connect()
  try {
    await client.query('begin')
    await client.query("delete from library_profile where source = 'onet'")
    await client.query(
      `insert into library_source (source, name, attribution, imported_at) values ('onet', $1, $2, now())
       on conflict (source) do update set name = excluded.name, attribution = excluded.attribution, imported_at = now()`,
      ['O*NET 29.3', onetAttribution],
    )
    const into = filler(client, onStep)
    const counts = {
      profiles: await into('library_profile', 'code, source, title, description', "c1, 'onet', c2, c3", profiles),
      tasks: await into('library_task', 'code, task_id, task, is_core', "c1, c2, c3, c4 = 'Core'", ofKnown(tasks)),
      skills: await into(
        'library_skill',
        'code, skill, importance, level',
        'c1, c2, c3::numeric, c4::numeric',
        ofKnown(skills),
      ),
      titles: await into('library_title', 'code, title', 'c1, c2', ofKnown(titles)),
    }
    await client.query('commit')
    await client.query('analyze library_profile, library_task, library_skill, library_title')
    return counts
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    await client.end()
  }
}

const rowsAtOnce = 5000

/** Inserts rows in large steps: one statement takes a column as one array. */
function filler(client: pg.Client, onStep: (step: string) => void) {
  return async (table: string, columns: string, values: string, rows: readonly string[][]): Promise<number> => {
    const width = rows[0]?.length ?? 0
    const names = Array.from({ length: width }, (_none, index) => `c${index + 1}`)
    const arrays = names.map((_name, index) => `$${index + 1}::text[]`)
    const statement = `insert into ${table} (${columns}) select ${values} from unnest(${arrays}) as t(${names})`
    for (let start = 0; start < rows.length; start += rowsAtOnce) {
      const part = rows.slice(start, start + rowsAtOnce)
      await client.query(
        statement,
        names.map((_name, index) => part.map((row) => row[index] ?? '')),
      )
    }
    onStep(`${table}: ${rows.length}`)
    return rows.length
  }
}

/** Drops rows that stand twice under the same key (code and the second column). */
function once(rows: readonly string[][]): string[][] {
  return [...new Map(rows.map((row) => [`${row[0]}\t${row[1]}`, row])).values()]
}
