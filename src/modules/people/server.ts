import { bindServer } from '#kernel/bind'
import type { Context } from '#kernel/context'
import { manifest } from './manifest.ts'
import { rosterImporter } from './roster/importer.ts'
import { exportRoster, listRoster } from './service/list-roster.ts'
import { readFile, revealIdNumber, updateFile } from './service/personnel-file.ts'
import { openFiles } from './store/file.ts'

export const server = bindServer(manifest, {
  routes: { listRoster, exportRoster, readFile, updateFile, revealIdNumber },
  jobs: {},
  listens: {
    'organisation.person-created': (ctx: Context, { personId }: { personId: string }) => openFiles(ctx, [personId]),
    'organisation.roster-applied': (ctx: Context, { personIds }: { personIds: string[] }) => openFiles(ctx, personIds),
  },
  catchUp: (ctx) => openFiles(ctx),
  imports: { roster: rosterImporter },
})
