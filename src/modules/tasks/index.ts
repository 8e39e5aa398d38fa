export { contributeFacts, type CountAsk, type Counted, type FactFound } from './fact-source.ts'
