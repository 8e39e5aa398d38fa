import { bindServer } from '#kernel/bind'
import { contributeUses } from '#modules/responsibilities'
import { manifest } from './manifest.ts'
import { handIn } from './service/hand-in.ts'
import { makeTasks, makeTasksSoon } from './service/make-tasks.ts'
import { cancelTask, createTask } from './service/manual-tasks.ts'
import { countTasks, listTasks, readMyDay, readTask } from './service/read-tasks.ts'
import { settleTask } from './service/settle-tasks.ts'
import { remind } from './service/remind.ts'
import { takeBack } from './service/take-back.ts'
import { canReadEntry } from './store/task.ts'
import { tasksByDuty } from './store/uses.ts'

contributeUses('tasks', tasksByDuty)

export const server = bindServer(manifest, {
  routes: { listTasks, countTasks, readMyDay, readTask, handIn, takeBack, createTask, cancelTask, settleTask },
  jobs: { makeTasks, makeTasksNow: makeTasks, remind },
  listens: {
    'organisation.assignment-changed': makeTasksSoon,
    'organisation.roster-applied': makeTasksSoon,
    'organisation.reorganised': makeTasksSoon,
    'organisation.calendar-changed': makeTasksSoon,
    'responsibilities.assigned': makeTasksSoon,
    'responsibilities.released': makeTasksSoon,
    'responsibilities.reassigned': makeTasksSoon,
    'responsibilities.version-appended': makeTasksSoon,
    'responsibilities.version-corrected': makeTasksSoon,
    'responsibilities.version-withdrawn': makeTasksSoon,
  },
  catchUp: makeTasks,
  fileOwners: { 'tasks.entry': canReadEntry },
})
