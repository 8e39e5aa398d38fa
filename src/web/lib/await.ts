export { Await, ProblemNote } from './Await.tsx'
