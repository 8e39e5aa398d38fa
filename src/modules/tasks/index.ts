export { contributeFacts, type CountAsk, type Counted, type FactFound } from './fact-source.ts'
export { contributeShiftEnds, type ShiftEnds, type ShiftSource } from './shift-ends.ts'
