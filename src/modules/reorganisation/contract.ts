import { defineRoutes } from '#core/contract'
import { changeRoutes } from './contract/changes.ts'
import { draftRoutes } from './contract/drafts.ts'
import { previewRoutes } from './contract/previews.ts'

export * from './contract/changes.ts'
export * from './contract/drafts.ts'
export * from './contract/previews.ts'

export const routes = defineRoutes({ ...draftRoutes, ...changeRoutes, ...previewRoutes })
