import { importOnet } from '#modules/responsibilities'
import { callerPath } from '../caller-path.ts'
import { withSession } from './session.ts'
import { fail, say } from './terminal.ts'

/** `remit library import onet DIR` */
export async function importLibrary(args: string[]): Promise<void> {
  await withSession(args, async ({ database, words }) => {
    const [verb, library, directory] = words
    if (verb !== 'import' || library !== 'onet' || !directory) return fail('remit library import onet DIR')
    const counts = await importOnet(database.owner, callerPath(directory), say)
    say(`${counts.profiles} profiles, ${counts.tasks} tasks, ${counts.skills} skills`)
  })
}
