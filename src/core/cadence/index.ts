export * from './cadence.ts'
export * from './handling.ts'
export { nextDue, nextWorkday, occurrences, type Occurrence } from './occurrences.ts'
export { cadenceText, handlingLines, type CadenceNames, type SayCadence } from './text.ts'
