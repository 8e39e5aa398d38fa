import { bindServer } from '#kernel/bind'
import { manifest } from './manifest.ts'
import { receiveEvents } from './service/receive.ts'
import { dropRejects, listRejects, replayRejects } from './service/rejects.ts'
import { poll, run, runSource } from './service/run.ts'
import { listRuns } from './service/runs.ts'
import { changeSource, createSource, listSources, readSource, rotateSecret, setSourceState } from './service/sources.ts'
import { sampleSource, tryMapping } from './service/try.ts'
import { watch } from './service/watch.ts'
import { prune } from './store/reject.ts'

export const server = bindServer(manifest, {
  routes: {
    listSources,
    readSource,
    createSource,
    changeSource,
    setSourceState,
    rotateSecret,
    sampleSource,
    tryMapping,
    runSource,
    listRuns,
    listRejects,
    replayRejects,
    dropRejects,
    receiveEvents,
  },
  jobs: { poll, run, watch, prune },
  listens: {},
})
