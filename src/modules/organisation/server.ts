import { bindServer } from '#kernel/bind'
import { manifest } from './manifest.ts'
import { scopes } from './store/lines.ts'

export const server = bindServer(manifest, { routes: {}, jobs: {}, listens: {}, scopes })
