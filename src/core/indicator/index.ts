export * from './judge.ts'
export * from './measure.ts'
export * from './tally.ts'
export * from './target.ts'
