import { bindServer } from '#kernel/bind'
import { importer } from './import/importer.ts'
import { manifest } from './manifest.ts'
import {
  appendVersion,
  changeResponsibility,
  correctVersion,
  createResponsibility,
  withdrawVersion,
} from './service/change-responsibilities.ts'
import { assignResponsibility, releaseHolding } from './service/hold-responsibilities.ts'
import { readProfile, searchLibrary, takeFromLibrary } from './service/library.ts'
import { myResponsibilities, personResponsibilities, positionResponsibilities } from './service/read-held.ts'
import {
  compareVersions,
  listAlarms,
  listResponsibilities,
  readResponsibility,
  readResponsibilityNames,
  readVersion,
} from './service/read-responsibilities.ts'

export const server = bindServer(manifest, {
  routes: {
    listResponsibilities,
    readResponsibility,
    readVersion,
    compareVersions,
    listAlarms,
    readResponsibilityNames,
    myResponsibilities,
    personResponsibilities,
    positionResponsibilities,
    createResponsibility,
    changeResponsibility,
    appendVersion,
    correctVersion,
    withdrawVersion,
    assignResponsibility,
    releaseHolding,
    searchLibrary,
    readProfile,
    takeFromLibrary,
  },
  jobs: {},
  imports: { responsibilities: importer },
  listens: {},
})
