import { bindServer } from '#kernel/bind'
import { manifest } from './manifest.ts'
import { readSession } from './service/read-session.ts'

export const server = bindServer(manifest, {
  routes: { readSession },
  jobs: {},
  listens: {},
})
