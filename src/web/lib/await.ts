export { Await, ProblemNote, type AwaitProps } from './Await.tsx'
