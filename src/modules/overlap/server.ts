import { bindServer } from '#kernel/bind'
import { manifest } from './manifest.ts'
import { analyse, analyseChanged, analyseSoon } from './service/analyse.ts'
import { analyseOverlap, decidePair, takeBackDecision } from './service/decide.ts'
import { findSimilar } from './service/find-similar.ts'
import { openDraftForPair } from './service/open-draft.ts'
import { readGroups } from './service/read-groups.ts'
import { readMatrix } from './service/read-matrix.ts'
import { listPairs, readPair } from './service/read-pairs.ts'
import { listRecordedFacts, readRecorded } from './service/recorded.ts'

export const server = bindServer(manifest, {
  routes: {
    readMatrix,
    listPairs,
    readPair,
    readGroups,
    decidePair,
    takeBackDecision,
    openDraftForPair,
    analyseOverlap,
    findSimilar,
    readRecorded,
    listRecordedFacts,
  },
  jobs: { analyse, analyseSoon },
  listens: {
    'responsibilities.version-appended': analyseChanged,
    'responsibilities.version-corrected': analyseChanged,
    'responsibilities.version-withdrawn': analyseChanged,
    'responsibilities.assigned': analyseChanged,
    'responsibilities.released': analyseChanged,
  },
  catchUp: analyse,
})
