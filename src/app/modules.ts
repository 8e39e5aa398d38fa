import { manifest as base } from '#manifest/base'
import { manifest as organisation } from '#manifest/organisation'
import { manifest as people } from '#manifest/people'
import { manifest as subjects } from '#manifest/subjects'
import { manifest as responsibilities } from '#manifest/responsibilities'
import { manifest as flow } from '#manifest/flow'
import { manifest as profiles } from '#manifest/profiles'
import { manifest as goals } from '#manifest/goals'
import { manifest as tasks } from '#manifest/tasks'
import { manifest as indicators } from '#manifest/indicators'
import { manifest as alarms } from '#manifest/alarms'
import { manifest as sources } from '#manifest/sources'
import { manifest as reports } from '#manifest/reports'
import { manifest as performance } from '#manifest/performance'
import { manifest as payroll } from '#manifest/payroll'
import { manifest as incentives } from '#manifest/incentives'
import { manifest as finance } from '#manifest/finance'
import { manifest as reorganisation } from '#manifest/reorganisation'
import { manifest as transfer } from '#manifest/transfer'
import { manifest as overlap } from '#manifest/overlap'
import type { Manifest } from '#core/manifest'

/** The whole product in build order: a module may require only those above it. */
export const manifests: readonly Manifest[] = [
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
