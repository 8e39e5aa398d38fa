import { bindServer } from '#kernel/bind'
import { contributeAway } from '#modules/organisation'
import { manifest } from './manifest.ts'
import { act } from './service/act.ts'
import { listAttempts } from './service/attempts.ts'
import {
  checkDraft,
  createFlow,
  exportBpmn,
  importBpmn,
  listCommands,
  listFlows,
  listTemplates,
  readFlow,
  readVersion,
  retire,
  saveDraft,
} from './service/definitions.ts'
import { changeDelegation, createDelegation, endDelegation, listDelegations } from './service/delegations.ts'
import { fireTimers } from './service/fire-timers.ts'
import { checkGate, consumeGate, sendSignal } from './service/gates.ts'
import { decideMany, inboxCounts, listInbox, markCopiesRead } from './service/inbox.ts'
import { handOver, handOverLeavers, refuseLeaving, whatIsHeld } from './service/leaver.ts'
import { changeLink, createLink, deleteLink, listLinks } from './service/links.ts'
import { listRequests } from './service/list-requests.ts'
import { publishFlow } from './service/publish.ts'
import { readRequest } from './service/read-request.ts'
import { reckonTimers } from './service/reckon-again.ts'
import { mayReadFile } from './service/request-files.ts'
import { discardRequest, listStartable, saveRequest, startRequest } from './service/requests.ts'
import { changeLimit, createLimit, deleteLimit, listBreaches, listLimits } from './service/limits.ts'
import { changeRule, createRule, deleteRule, listRules } from './service/assignment.ts'
import { listRunning, migrateInstances } from './service/running.ts'
import { readStartForm, simulateFlow } from './service/start-form.ts'
import { turnDelegations } from './service/turn-delegations.ts'
import { awayByDelegation } from './store/delegations.ts'

contributeAway('flow', awayByDelegation)

export const server = bindServer(manifest, {
  routes: {
    listFlows,
    listCommands,
    listTemplates,
    readFlow,
    createFlow,
    saveDraft,
    checkDraft,
    publishFlow,
    readVersion,
    retireFlow: (ctx, input) => retire(ctx, input, true),
    reviveFlow: (ctx, input) => retire(ctx, input, false),
    exportBpmn,
    importBpmn,
    simulateFlow,
    listStartable,
    readStartForm,
    startRequest,
    saveRequest,
    discardRequest,
    readRequest,
    act,
    listRequests,
    listInbox,
    inboxCounts,
    decideMany,
    markCopiesRead,
    checkGate,
    consumeGate,
    sendSignal,
    listAttempts,
    listDelegations,
    createDelegation,
    changeDelegation,
    endDelegation,
    whatIsHeld,
    handOver,
    listRunning,
    migrateInstances,
    listLinks,
    createLink,
    changeLink,
    deleteLink,
    listRules,
    createRule,
    changeRule,
    deleteRule,
    listLimits,
    createLimit,
    changeLimit,
    deleteLimit,
    listBreaches,
  },
  jobs: { fireTimers, turnDelegations, reckonTimers, handOverLeavers },
  listens: {
    'organisation.calendar-changed': (ctx) => ctx.enqueue('flow.reckonTimers', {}, { onceKey: 'flow.reckon' }),
    'base.setting-changed': (ctx) => ctx.enqueue('flow.reckonTimers', {}, { onceKey: 'flow.reckon' }),
    'people.file-changed': refuseLeaving,
    'organisation.roster-applied': (ctx) => ctx.enqueue('flow.handOverLeavers', {}, { onceKey: 'flow.leavers' }),
  },
  fileOwners: { 'flow-request': mayReadFile },
})
