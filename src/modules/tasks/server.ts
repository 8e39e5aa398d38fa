import { bindServer } from '#kernel/bind'
import { contributeUses } from '#modules/responsibilities'
import { manifest } from './manifest.ts'
import { bulkTasks } from './service/bulk.ts'
import { deleteComment, editComment, listComments, writeComment } from './service/comments.ts'
import { takeFacts } from './service/count-facts.ts'
import { handIn } from './service/hand-in.ts'
import { extendTask, handOverTask } from './service/hand-over.ts'
import { makeTasks, makeTasksSoon } from './service/make-tasks.ts'
import { cancelTask, createTask } from './service/manual-tasks.ts'
import { answerPlea, listPleas, plead, withdrawPlea } from './service/pleas.ts'
import { countTasks, listTasks, readMyDay, readTask } from './service/read-tasks.ts'
import { settleTask } from './service/settle-tasks.ts'
import { remind } from './service/remind.ts'
import { setTaskSubjects } from './service/subjects.ts'
import { addSubtask, removeSubtask, tickSubtask } from './service/subtasks.ts'
import { takeBack } from './service/take-back.ts'
import { exportTasks, readBoard, readLoad } from './service/views.ts'
import { canReadEntry } from './store/task.ts'
import { tasksByDuty } from './store/uses.ts'

contributeUses('tasks', tasksByDuty)

export const server = bindServer(manifest, {
  routes: {
    listTasks,
    countTasks,
    exportTasks,
    readBoard,
    readLoad,
    readMyDay,
    readTask,
    handIn,
    takeBack,
    createTask,
    cancelTask,
    settleTask,
    handOverTask,
    extendTask,
    bulkTasks,
    setTaskSubjects,
    addSubtask,
    removeSubtask,
    tickSubtask,
    listComments,
    writeComment,
    editComment,
    deleteComment,
    plead,
    answerPlea,
    withdrawPlea,
    listPleas,
  },
  jobs: { makeTasks, makeTasksNow: makeTasks, remind },
  listens: {
    'indicators.facts-recorded': takeFacts,
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
