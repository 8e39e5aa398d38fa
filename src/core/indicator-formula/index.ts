export { builtIn, checkFormula, type Checked } from './check.ts'
export { computeFormula, type FormulaOutcome } from './compute.ts'
export { cycleFrom, type Reference } from './cycle.ts'
