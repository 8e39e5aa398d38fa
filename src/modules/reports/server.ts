import { bindServer } from '#kernel/bind'
import { manifest } from './manifest.ts'
import {
  changeDashboard,
  createDashboard,
  deleteDashboard,
  listDashboards,
  listShareRoles,
  readDashboard,
  shareDashboard,
} from './service/dashboards.ts'
import { readEffect, readTargetChanges } from './service/effects.ts'
import { readFigureNumber, readTrend } from './service/figures.ts'
import { downloadDashboard, downloadPart } from './service/files.ts'
import { mail } from './service/mail.ts'
import { markCapability } from './service/mark-capability.ts'
import { readPersonReport } from './service/person-report.ts'
import { readRanking } from './service/ranking.ts'
import { changeSchedule, createSchedule, deleteSchedule, listDeliveries, listSchedules } from './service/schedules.ts'
import { make, send, sendNow } from './service/send.ts'
import { readUnitReport } from './service/unit-report.ts'
import { readWorkload } from './service/workload.ts'
import { findDelivery } from './store/deliveries.ts'

export const server = bindServer(manifest, {
  routes: {
    readPersonReport,
    readUnitReport,
    markCapability,
    readRanking,
    readTrend,
    readFigureNumber,
    readWorkload,
    readTargetChanges,
    readEffect,
    listDashboards,
    readDashboard,
    createDashboard,
    changeDashboard,
    deleteDashboard,
    shareDashboard,
    listShareRoles,
    downloadDashboard,
    downloadPart,
    listSchedules,
    createSchedule,
    changeSchedule,
    deleteSchedule,
    sendNow,
    listDeliveries,
  },
  jobs: { send, make, mail },
  listens: {},
  fileOwners: {
    'reports.delivery': async (ctx, id) =>
      ctx.actor.accountId !== null && (await findDelivery(ctx, id))?.accountId === ctx.actor.accountId,
  },
})
