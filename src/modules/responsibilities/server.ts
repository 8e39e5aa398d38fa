import { bindServer } from '#kernel/bind'
import { contributeSheets } from '#modules/organisation'
import { importer } from './import/importer.ts'
import { manifest } from './manifest.ts'
import {
  appendVersion,
  changeResponsibility,
  correctVersion,
  createResponsibility,
  withdrawVersion,
} from './service/change-responsibilities.ts'
import { putInForce, resume, retire } from './service/change-state.ts'
import { assignResponsibility, changeWeight, releaseHolding } from './service/hold-responsibilities.ts'
import { readProfile, searchLibrary, takeFromLibrary } from './service/library.ts'
import {
  myResponsibilities,
  personResponsibilities,
  positionPartners,
  positionResponsibilities,
} from './service/read-held.ts'
import {
  compareVersions,
  listResponsibilities,
  readResponsibility,
  readResponsibilityNames,
  readVersion,
} from './service/read-responsibilities.ts'
import { listIndicators } from './service/list-indicators.ts'
import { listRights, readUses } from './service/read-uses.ts'
import { readRoles, setRoles } from './service/role-chart.ts'
import { readAnswer } from './service/who-answers.ts'
import { workbookPart } from './workbook/part.ts'

contributeSheets(workbookPart)

export const server = bindServer(manifest, {
  routes: {
    listResponsibilities,
    readResponsibility,
    readVersion,
    compareVersions,
    readResponsibilityNames,
    myResponsibilities,
    personResponsibilities,
    positionResponsibilities,
    positionPartners,
    createResponsibility,
    changeResponsibility,
    appendVersion,
    correctVersion,
    withdrawVersion,
    assignResponsibility,
    putInForce,
    retire,
    resume,
    releaseHolding,
    changeWeight,
    setRoles,
    readRoles,
    readAnswer,
    readUses,
    listIndicators,
    listRights,
    searchLibrary,
    readProfile,
    takeFromLibrary,
  },
  jobs: {},
  imports: { responsibilities: importer },
  listens: {},
})
