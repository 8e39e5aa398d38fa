import { bindServer } from '#kernel/bind'
import { manifest } from './manifest.ts'

const later = async (): Promise<never> => {
  throw new Error('not written yet')
}

export const server = bindServer(manifest, {
  routes: {
    listFlows: later,
    listTemplates: later,
    readFlow: later,
    createFlow: later,
    saveDraft: later,
    checkDraft: later,
    publishFlow: later,
    readVersion: later,
    retireFlow: later,
    reviveFlow: later,
    exportBpmn: later,
    importBpmn: later,
    simulateFlow: later,
    listStartable: later,
    readStartForm: later,
    startRequest: later,
    saveRequest: later,
    discardRequest: later,
    readRequest: later,
    act: later,
    listRequests: later,
    listInbox: later,
    inboxCounts: later,
    decideMany: later,
    markCopiesRead: later,
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
