import { bindServer } from '#kernel/bind'
import { contributeSheets } from '#modules/organisation'
import { contributeUses } from '#modules/responsibilities'
import { manifest } from './manifest.ts'
import { changeGoal, createGoal, deleteGoal, serveGoal } from './service/change-goals.ts'
import { goalsServed, readGoals } from './service/read-goals.ts'
import { workbookPart } from './workbook.ts'

contributeUses('goals', goalsServed)
contributeSheets(workbookPart)

export const server = bindServer(manifest, {
  routes: { readGoals, createGoal, changeGoal, deleteGoal, serveGoal },
  jobs: {},
  listens: {},
})
