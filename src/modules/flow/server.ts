import { bindServer } from '#kernel/bind'
import { manifest } from './manifest.ts'
import { act } from './service/act.ts'
import {
  checkDraft,
  createFlow,
  exportBpmn,
  importBpmn,
  listFlows,
  listTemplates,
  readFlow,
  readVersion,
  retire,
  saveDraft,
} from './service/definitions.ts'
import { decideMany, inboxCounts, listInbox, markCopiesRead } from './service/inbox.ts'
import { listRequests } from './service/list-requests.ts'
import { publishFlow } from './service/publish.ts'
import { readRequest } from './service/read-request.ts'
import { discardRequest, listStartable, saveRequest, startRequest } from './service/requests.ts'
import { readStartForm, simulateFlow } from './service/start-form.ts'

const later = async (): Promise<never> => {
  throw new Error('not written yet')
}

export const server = bindServer(manifest, {
  routes: {
    listFlows,
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
    checkGate: later,
    consumeGate: later,
    sendSignal: later,
    listAttempts: later,
    listDelegations: later,
    createDelegation: later,
    changeDelegation: later,
    endDelegation: later,
    whatIsHeld: later,
    handOver: later,
    listRunning: later,
    migrateInstances: later,
    listLinks: later,
    createLink: later,
    changeLink: later,
    deleteLink: later,
  },
  jobs: {
    fireTimers: async () => {},
    turnDelegations: async () => {},
    reckonTimers: async () => {},
    handOverLeavers: async () => {},
  },
  listens: {
    'organisation.calendar-changed': async () => {},
    'organisation.person-changed': async () => {},
    'people.file-changed': async () => {},
    'organisation.roster-applied': async () => {},
  },
})
