import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Context } from '#kernel/context'
import { placeOf } from '#kernel/files'
import { deleteUnattached } from '../store/file.ts'
import { sweepRows } from '../store/sweep.ts'

const dayMs = 86_400_000

/** Nightly: answers kept for repeated keys, dead sessions, used invitations, old failures, files nobody attached. */
export async function sweep(ctx: Context): Promise<void> {
  const ago = (days: number) => new Date(ctx.now.getTime() - days * dayMs)
  await sweepRows(ctx, { keysBefore: ago(7), failuresBefore: ago(1), invitationsBefore: ago(7) })
  const files = await deleteUnattached(ctx, ago(2))
  for (const id of files) await rm(placeOf(ctx.house.filesDirectory, ctx.tenantId, id), { force: true })
  await sweepQuarantine(ctx, ago(1))
}

/** What a process that died while receiving left behind. */
async function sweepQuarantine(ctx: Context, before: Date): Promise<void> {
  const directory = join(ctx.house.filesDirectory, 'quarantine')
  const names = await readdir(directory).catch(() => [])
  for (const name of names) {
    const path = join(directory, name)
    const found = await stat(path).catch(() => undefined)
    if (found && found.mtime < before) await rm(path, { force: true })
  }
}
