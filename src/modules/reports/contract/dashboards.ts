import * as z from 'zod'
import { defineRoutes } from '#core/contract'
import { localText } from '#core/local-text'
import { FigureKind } from './seeing.ts'
import { Id, PeriodKind, Text } from './shapes.ts'

export const partKinds = ['figure', 'trend', 'ranking', 'board', 'workload', 'facts', 'person', 'unit'] as const
export const PartKind = z.enum(partKinds)
export type PartKind = z.infer<typeof PartKind>

const Filters = {
  unitId: Id.optional(),
  responsibilityId: Id.optional(),
  period: PeriodKind.optional(),
}
export const DashboardFilters = z.object(Filters)
export type DashboardFilters = z.infer<typeof DashboardFilters>

/** What one part shows; whose figures they are is decided by who reads. */
export const PartAsk = z.object({
  kind: PartKind,
  figure: FigureKind.optional(),
  /** Facts of this kind alone. */
  factKind: z.string().max(63).optional(),
  ...Filters,
})
export type PartAsk = z.infer<typeof PartAsk>

export const DashboardPart = PartAsk.extend({
  id: Id,
  title: localText(100).optional(),
  /** In columns of four. */
  width: z.int().min(1).max(4),
})
export type DashboardPart = z.infer<typeof DashboardPart>

export const mostParts = 24
const content = {
  name: localText(100),
  filters: DashboardFilters.default({}),
  parts: z.array(DashboardPart).max(mostParts).default([]),
}

export const DashboardHead = z.object({
  id: Id,
  name: Text,
  ownerName: z.string(),
  isMine: z.boolean(),
  isShared: z.boolean(),
  parts: z.int(),
  changedAt: z.string(),
})
export type DashboardHead = z.infer<typeof DashboardHead>

export const Dashboard = z.object({
  id: Id,
  name: Text,
  ownerName: z.string(),
  isMine: z.boolean(),
  filters: DashboardFilters,
  parts: z.array(DashboardPart),
  /** The roles that may open it; told to its owner alone. */
  roleIds: z.array(Id),
  version: z.int(),
})
export type Dashboard = z.infer<typeof Dashboard>

export const fileFormats = ['xlsx', 'pdf', 'csv'] as const
export const FileFormat = z.enum(fileFormats)
export type FileFormat = z.infer<typeof FileFormat>

/** Of the page that asks; the account's own unless told. */
const Language = z.enum(['zh-CN', 'en']).optional()

const Kept = z.object({ dashboardId: Id, version: z.int() })

export const dashboardRoutes = defineRoutes({
  listDashboards: {
    method: 'GET',
    path: '/dashboards',
    permission: 'reports.read',
    input: z.object({}),
    output: z.object({ dashboards: z.array(DashboardHead) }),
  },
  readDashboard: {
    method: 'GET',
    path: '/dashboards/:dashboardId',
    permission: 'reports.read',
    input: z.object({ dashboardId: Id }),
    output: Dashboard,
  },
  createDashboard: {
    method: 'POST',
    path: '/dashboards',
    permission: 'reports.compose',
    input: z.object(content),
    output: Kept,
  },
  changeDashboard: {
    method: 'PUT',
    path: '/dashboards/:dashboardId',
    permission: 'reports.compose',
    input: z.object({ dashboardId: Id, version: z.int(), ...content }),
    output: Kept,
  },
  deleteDashboard: {
    method: 'DELETE',
    path: '/dashboards/:dashboardId',
    permission: 'reports.compose',
    input: z.object({ dashboardId: Id }),
    output: z.object({ dashboardId: Id }),
  },
  /** Says who may open it: the holders of these roles, and nobody else. */
  shareDashboard: {
    method: 'PUT',
    path: '/dashboards/:dashboardId/roles',
    permission: 'reports.share',
    input: z.object({ dashboardId: Id, roleIds: z.array(Id).max(100) }),
    output: z.object({ dashboardId: Id }),
  },
  /** The roles a dashboard can be shared with. */
  listShareRoles: {
    method: 'GET',
    path: '/reports/roles',
    permission: 'reports.share',
    input: z.object({}),
    output: z.object({ roles: z.array(z.object({ id: Id, key: z.string(), name: z.string().nullable() })) }),
  },
  /** A whole dashboard with the figures of who asks: a sheet or a table a part. */
  downloadDashboard: {
    method: 'GET',
    path: '/dashboards/:dashboardId/file',
    permission: 'reports.read',
    kind: 'download',
    transaction: 'own',
    input: z.object({
      dashboardId: Id,
      format: FileFormat.default('xlsx'),
      language: Language,
      ...Filters,
      day: z.iso.date().optional(),
    }),
    output: z.null(),
  },
  /** One part as a file. */
  downloadPart: {
    method: 'GET',
    path: '/reports/file',
    permission: 'reports.read',
    kind: 'download',
    transaction: 'own',
    input: z.object({
      ...PartAsk.shape,
      kind: PartKind.default('unit'),
      personId: z.union([Id, z.literal('me')]).optional(),
      format: FileFormat.default('xlsx'),
      language: Language,
      day: z.iso.date().optional(),
    }),
    output: z.null(),
  },
})
