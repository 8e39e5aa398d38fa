import { bindServer } from '#kernel/bind'
import { contributeSheets } from '#modules/organisation'
import { manifest } from './manifest.ts'
import { changeProfile, createProfile, withdrawProfile } from './service/change-profiles.ts'
import { downloadDescription } from './service/download.ts'
import { confirmDescription, issueDescription } from './service/issue-description.ts'
import { copyProfile, followProfile, takeProfile } from './service/make-profiles.ts'
import { compareDescription, readDescription, readIssue } from './service/read-description.ts'
import { findSkills, listProfiles, readPositionSystem, readProfile } from './service/read-profiles.ts'
import { workbookPart } from './workbook.ts'

contributeSheets(workbookPart)

export const server = bindServer(manifest, {
  routes: {
    readPositionSystem,
    listProfiles,
    readProfile,
    createProfile,
    takeProfile,
    copyProfile,
    changeProfile,
    withdrawProfile,
    followProfile,
    findSkills,
    readDescription,
    downloadDescription,
    readIssue,
    compareDescription,
    issueDescription,
    confirmDescription,
  },
  jobs: {},
  listens: {},
})
