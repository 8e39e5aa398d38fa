import { bindServer, type AnyHandler } from '#kernel/bind'
import { noSuchRoute } from '#kernel/problems'
import { manifest } from './manifest.ts'
import { readSession } from './service/read-session.ts'

const pending: AnyHandler = async () => {
  throw noSuchRoute({})
}
const rest = Object.fromEntries(Object.keys(manifest.routes).map((name) => [name, pending]))

export const server = bindServer(manifest, {
  routes: { ...rest, readSession } as never,
  jobs: { sweep: async () => {} },
  listens: {},
})
