import { bindServer } from '#kernel/bind'
import { manifest } from './manifest.ts'
import {
  commitImport,
  listImportKinds,
  listImports,
  previewImport,
  readFaultyRows,
  readTemplate,
} from './service/imports.ts'

export const server = bindServer(manifest, {
  routes: { listImportKinds, readTemplate, previewImport, commitImport, readFaultyRows, listImports },
  jobs: {},
  listens: {},
})
