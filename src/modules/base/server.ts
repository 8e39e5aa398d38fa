import { bindServer, type AnyHandler } from '#kernel/bind'
import { noSuchRoute } from '#kernel/problems'
import { manifest } from './manifest.ts'
import { downloadFile, uploadFile } from './service/files.ts'
import { listNotifications, live, markRead } from './service/notifications.ts'
import { readSession } from './service/read-session.ts'
import { readWords } from './service/read-words.ts'

const pending: AnyHandler = async () => {
  throw noSuchRoute({})
}
const rest = Object.fromEntries(Object.keys(manifest.routes).map((name) => [name, pending]))

export const server = bindServer(manifest, {
  routes: {
    ...rest,
    readSession,
    uploadFile,
    downloadFile,
    listNotifications,
    markRead,
    live,
    readWords,
  } as never,
  jobs: { sweep: async () => {} },
  listens: {},
})
