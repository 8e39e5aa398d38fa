import { bindServer } from '#kernel/bind'
import { contributeUses } from '#modules/responsibilities'
import { contributeFacts } from '#modules/tasks'
import { importer } from './import/importer.ts'
import { manifest } from './manifest.ts'
import { catchUp, catchUpStep, readCatchUp } from './service/catch-up.ts'
import { closePeriod, listClosedPeriods, reopenPeriod } from './service/close-period.ts'
import { correctFact } from './service/correct-fact.ts'
import { readFreshness, watchKinds } from './service/freshness.ts'
import { keepFactKind, listFactKinds } from './service/kinds.ts'
import { keepMonths, keepTallies } from './service/keep-tallies.ts'
import { readLateFacts } from './service/late-facts.ts'
import { listFacts, readSources } from './service/list-facts.ts'
import { readBoard } from './service/read-board.ts'
import { readFigure } from './service/read-figure.ts'
import { readPersonIndicators } from './service/read-person.ts'
import { recordFacts } from './service/record-facts.ts'
import { recordHandIn, recordTakeBack } from './service/record-tasks.ts'
import { reverseFact } from './service/reverse-fact.ts'
import { countForTasks, factsById } from './store/count-for-tasks.ts'
import { tryMeasure } from './service/try-measure.ts'
import { readSegmentFacts, readWhy } from './service/why.ts'
import { answeredIndicators } from './store/uses.ts'

contributeUses('indicators', answeredIndicators)
contributeFacts('indicators', { count: countForTasks, find: factsById })

export const server = bindServer(manifest, {
  routes: {
    recordFacts,
    listFacts,
    readSources,
    reverseFact,
    correctFact,
    listFactKinds,
    keepFactKind,
    readFreshness,
    readBoard,
    readPersonIndicators,
    readFigure,
    listClosedPeriods,
    closePeriod,
    reopenPeriod,
    readLateFacts,
    readCatchUp,
    readWhy,
    readSegmentFacts,
    tryMeasure,
  },
  jobs: { watchKinds, keepTallies, keepMonths, catchUpStep },
  listens: { 'tasks.handed-in': recordHandIn, 'tasks.taken-back': recordTakeBack },
  imports: { facts: importer },
  catchUp,
})
