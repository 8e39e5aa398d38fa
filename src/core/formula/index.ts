export { catalogueOf, type Catalogue, type NameEntry } from './catalogue.ts'
export { add, compare, multiply, subtract } from './decimal-arithmetic.ts'
export { divide, divideRounded } from './decimal-divide.ts'
export { round, roundings, type Rounding } from './decimal-round.ts'
export { decimal, decimalText, fixedText, readDecimal } from './decimal-text.ts'
export { integerOf, isZero, ofUnits, one, whole, zero, type Decimal } from './decimal.ts'
export type { Duration } from './duration.ts'
export { functions, functionNamed, type FunctionSpec, type Taken, type Want } from './functions/index.ts'
export { compileSet, evaluateSet, type FormulaSet, type Named, type NamedProblem } from './graph.ts'
export { inferInputs, type Inferred } from './infer.ts'
export { limits } from './limits.ts'
export { nearTo } from './near.ts'
export { isFault, type Facts, type Fault, type FormulaProblem, type Place, type ProblemCode } from './problem.ts'
export {
  compile,
  evaluate,
  type Compiled,
  type Inputs,
  type Program,
  type Result,
  type Surroundings,
} from './program.ts'
export { exactText, readInputs, readValue, type Json } from './read.ts'
export type { Step } from './run.ts'
export { kindOf, type Kind, type Plain, type Table, type Type, type Value } from './type.ts'
export { sentenceOf } from './words.ts'
export { plainOf, typeText } from './write.ts'
