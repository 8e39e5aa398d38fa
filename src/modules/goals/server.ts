import { bindServer } from '#kernel/bind'
import { contributeUses } from '#modules/responsibilities'
import { manifest } from './manifest.ts'
import { changeGoal, createGoal, deleteGoal, serveGoal } from './service/change-goals.ts'
import { goalsServed, readGoals } from './service/read-goals.ts'

contributeUses('goals', goalsServed)

export const server = bindServer(manifest, {
  routes: { readGoals, createGoal, changeGoal, deleteGoal, serveGoal },
  jobs: {},
  listens: {},
})
