import { bindServer } from '#kernel/bind'
import { manifest } from './manifest.ts'

export const server = bindServer(manifest, { routes: {}, jobs: {}, listens: {} })
