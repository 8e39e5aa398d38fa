import { dayRoutes } from './contract/day.ts'
import { deedRoutes } from './contract/deeds.ts'
import { listRoutes } from './contract/list.ts'
import { talkRoutes } from './contract/talk.ts'

export {
  Entry,
  EntryFile,
  Knowledge,
  Plea,
  pleaAnswers,
  pleaKinds,
  Subtask,
  Task,
  TaskDetail,
  taskFilters,
  TaskStatus,
  TaskSubject,
  ToDo,
  type PleaAnswer,
  type TaskFilter,
} from './contract/shapes.ts'
export { MyDay } from './contract/day.ts'
export { boardColumns, type BoardColumn } from './contract/board-columns.ts'
export { Comment } from './contract/talk.ts'

export const routes = { ...listRoutes, ...dayRoutes, ...deedRoutes, ...talkRoutes }
