export * from './kinds.ts'
export * from './schema.ts'
export {
  isBlank,
  sameValue,
  type Cell,
  type FileRef,
  type FormValue,
  type FormValues,
  type HandInValue,
  type HandInValues,
  type Period,
  type Place,
  type RawValues,
  type Reference,
  type Row,
  type Signature,
} from './value.ts'
export type { FaultCode, FormFault } from './fault.ts'
export { mostOf } from './check-value.ts'
export { formFaults } from './check.ts'
export { handInFaults } from './hand-in.ts'
export { settle, type Settled } from './settle.ts'
export {
  applyChange,
  rights,
  rightsOf,
  rightTo,
  visibleValues,
  writeFaults,
  type Right,
  type Rights,
} from './rights.ts'
export { formFor } from './reader.ts'
export { flowDataOf, flowFieldsOf } from './flow.ts'
export { columnComputation, computationOf, type Computation } from './computed.ts'
export { aliasesOf, columnNames, formulaNames, type FormulaName } from './formula-names.ts'
export { mentionsOf, type Mentions } from './mentions.ts'
export { formProblems, isFinished, type FormProblem, type FormProblemCode } from './problems.ts'
export { formSentence } from './words.ts'
export { readForm } from './read.ts'
export { factParts } from './facts.ts'
