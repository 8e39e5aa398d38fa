import { bindServer } from '#kernel/bind'
import { manifest } from './manifest.ts'
import { assign, correctAssignment, endAssignment, withdrawAssignment } from './service/assign.ts'
import { correctAbsence, createAbsence, listAbsences, withdrawAbsence } from './service/change-absence.ts'
import { correctDottedLine, createDottedLine, endDottedLine, withdrawDottedLine } from './service/change-dotted-line.ts'
import {
  createGrade,
  createJobFamily,
  deleteGrade,
  deleteJobFamily,
  listGrades,
  updateGrade,
  updateJobFamily,
} from './service/change-grades.ts'
import { createPerson, updatePerson } from './service/change-person.ts'
import {
  changePosition,
  closePosition,
  correctPosition,
  createPosition,
  withdrawPosition,
} from './service/change-position.ts'
import { changeUnit, closeUnit, correctUnit, createUnit, withdrawUnit } from './service/change-unit.ts'
import { importCalendarYear, listCalendarYears, readCalendarYear } from './service/import-calendar.ts'
import { printOrgChart, readOrgChart } from './service/chart.ts'
import { listPersons, readPerson, readTeam } from './service/read-person.ts'
import { previewAssign, previewEnd } from './service/preview-seat.ts'
import { listPositions, readPosition } from './service/read-position.ts'
import { listUnits, readUnit } from './service/read-unit.ts'
import { seedTenant } from './service/seed-tenant.ts'
import { exportOrganisation } from './service/export-organisation.ts'
import { setLegalEntity } from './service/set-legal-entity.ts'
import { scopes } from './store/lines.ts'
import { organisationImporter } from './workbook/importer.ts'

export const server = bindServer(manifest, {
  routes: {
    readOrgChart,
    printOrgChart,
    listUnits,
    readUnit,
    createUnit,
    changeUnit,
    correctUnit,
    withdrawUnit,
    closeUnit,
    listPositions,
    readPosition,
    createPosition,
    changePosition,
    correctPosition,
    withdrawPosition,
    closePosition,
    listPersons,
    readPerson,
    readTeam,
    createPerson,
    updatePerson,
    assign,
    previewAssign,
    previewEnd,
    correctAssignment,
    endAssignment,
    withdrawAssignment,
    exportOrganisation,
    setLegalEntity,
    createDottedLine,
    correctDottedLine,
    endDottedLine,
    withdrawDottedLine,
    listGrades,
    createJobFamily,
    updateJobFamily,
    deleteJobFamily,
    createGrade,
    updateGrade,
    deleteGrade,
    listAbsences,
    createAbsence,
    correctAbsence,
    withdrawAbsence,
    listCalendarYears,
    readCalendarYear,
    importCalendarYear,
  },
  jobs: {},
  listens: { 'base.tenant-created': seedTenant },
  scopes,
  imports: { organisation: organisationImporter },
})
