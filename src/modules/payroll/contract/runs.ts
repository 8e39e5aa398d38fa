import * as z from 'zod'
import { defineRoutes } from '#core/contract'
import { Day } from '#contract/organisation'
import { Finding, Id, paging, PayRun, PeriodText, Reason, runKinds, RunSlip, runStates, SlipRow } from './run-shapes.ts'

const at = { runId: Id }
const Changed = z.object({ version: z.int() })
const told = { ...at, version: z.int() }

export const runRoutes = defineRoutes({
  listRuns: {
    method: 'GET',
    path: '/pay-runs',
    permission: 'payroll.read',
    input: z.object({
      groupId: Id.optional(),
      period: PeriodText.optional(),
      year: z.coerce.number().int().min(1990).max(2100).optional(),
      state: z.enum(runStates).optional(),
      ...paging,
    }),
    output: z.object({ total: z.int(), rows: z.array(PayRun) }),
  },
  readRun: {
    method: 'GET',
    path: '/pay-runs/:runId',
    permission: 'payroll.read',
    input: z.object(at),
    output: PayRun,
  },
  createRun: {
    method: 'POST',
    path: '/pay-runs',
    permission: 'payroll.run',
    input: z.object({
      groupId: Id,
      period: PeriodText,
      kind: z.enum(runKinds).default('regular'),
      /** Without it the group's pay day. */
      paidOn: Day.optional(),
      title: z.string().trim().max(100).default(''),
    }),
    output: z.object({ runId: Id, paidOn: z.string() }),
  },
  /** Gathers inputs and computes everybody, in the background; again as often as one likes. */
  calculateRun: {
    method: 'POST',
    path: '/pay-runs/:runId/calculate',
    permission: 'payroll.run',
    input: z.object(at),
    output: Changed,
  },
  stopRun: {
    method: 'POST',
    path: '/pay-runs/:runId/stop',
    permission: 'payroll.run',
    input: z.object(at),
    output: Changed,
  },
  submitRun: {
    method: 'POST',
    path: '/pay-runs/:runId/submit',
    permission: 'payroll.run',
    input: z.object(told),
    output: Changed,
  },
  /** Back from approval, with what is wrong. */
  returnRun: {
    method: 'POST',
    path: '/pay-runs/:runId/return',
    permission: 'payroll.publish',
    input: z.object({ ...told, reason: Reason }),
    output: Changed,
  },
  /** By somebody else than made or submitted it. */
  publishRun: {
    method: 'POST',
    path: '/pay-runs/:runId/publish',
    permission: 'payroll.publish',
    confirms: true,
    input: z.object(told),
    output: Changed,
  },
  cancelRun: {
    method: 'POST',
    path: '/pay-runs/:runId/cancel',
    permission: 'payroll.run',
    input: z.object({ ...told, reason: Reason }),
    output: Changed,
  },
  /** A locked run is not computed again until it is unlocked. */
  setRunLock: {
    method: 'POST',
    path: '/pay-runs/:runId/lock',
    permission: 'payroll.run',
    input: z.object({ ...told, isLocked: z.boolean(), reason: Reason }),
    output: Changed,
  },
  listRunSlips: {
    method: 'GET',
    path: '/pay-runs/:runId/slips',
    permission: 'payroll.read',
    input: z.object({
      ...at,
      text: z.string().trim().max(100).optional(),
      show: z.enum(['all', 'errors', 'changed', 'found', 'held']).default('all'),
      /** Only who gets more or less than last month by at least this. */
      minDiffPermille: z.coerce.number().int().min(0).max(10_000).optional(),
      sort: z.enum(['diff', 'net', 'name']).default('diff'),
      ...paging,
    }),
    output: z.object({ total: z.int(), rows: z.array(SlipRow) }),
  },
  readRunSlip: {
    method: 'GET',
    path: '/pay-runs/:runId/slips/:slipId',
    permission: 'payroll.read',
    input: z.object({ ...at, slipId: Id }),
    output: RunSlip,
  },
  /** One person anew, at once. */
  calculateSlip: {
    method: 'POST',
    path: '/pay-runs/:runId/slips/:slipId/calculate',
    permission: 'payroll.run',
    input: z.object({ ...at, slipId: Id }),
    output: Changed,
  },
  setSlipLock: {
    method: 'POST',
    path: '/pay-runs/:runId/slips/:slipId/lock',
    permission: 'payroll.run',
    input: z.object({ ...at, slipId: Id, version: z.int(), isLocked: z.boolean(), reason: Reason }),
    output: Changed,
  },
  listFindings: {
    method: 'GET',
    path: '/pay-runs/:runId/findings',
    permission: 'payroll.read',
    input: z.object({ ...at, ...paging }),
    output: z.object({ total: z.int(), rows: z.array(Finding) }),
  },
  /** A warning is taken on with a note; a blocking one must go away. `note: null` takes that back. */
  acceptFinding: {
    method: 'POST',
    path: '/pay-runs/:runId/findings/:findingId/accept',
    permission: 'payroll.run',
    input: z.object({
      ...at,
      findingId: Id,
      note: Reason.nullable(),
      /** Also all other warnings of the run with the same code that are open. */
      andLike: z.boolean().default(false),
    }),
    output: z.object({ openWarnings: z.int() }),
  },
})
