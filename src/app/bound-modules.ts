import type { BoundModule } from '#kernel/bind'
import { server as base } from '../modules/base/server.ts'
import { server as organisation } from '../modules/organisation/server.ts'
import { server as people } from '../modules/people/server.ts'
import { server as subjects } from '../modules/subjects/server.ts'
import { server as responsibilities } from '../modules/responsibilities/server.ts'
import { server as flow } from '../modules/flow/server.ts'
import { server as profiles } from '../modules/profiles/server.ts'
import { server as goals } from '../modules/goals/server.ts'
import { server as tasks } from '../modules/tasks/server.ts'
import { server as indicators } from '../modules/indicators/server.ts'
import { server as alarms } from '../modules/alarms/server.ts'
import { server as sources } from '../modules/sources/server.ts'
import { server as reports } from '../modules/reports/server.ts'
import { server as performance } from '../modules/performance/server.ts'
import { server as payroll } from '../modules/payroll/server.ts'
import { server as incentives } from '../modules/incentives/server.ts'
import { server as finance } from '../modules/finance/server.ts'
import { server as reorganisation } from '../modules/reorganisation/server.ts'
import { server as transfer } from '../modules/transfer/server.ts'
import { server as overlap } from '../modules/overlap/server.ts'

/** The modules with their functions, in the order of `modules.ts`. */
export const boundModules: readonly BoundModule[] = [
  base,
  organisation,
  people,
  subjects,
  responsibilities,
  flow,
  profiles,
  goals,
  tasks,
  indicators,
  alarms,
  sources,
  reports,
  performance,
  payroll,
  incentives,
  finance,
  reorganisation,
  transfer,
  overlap,
]
