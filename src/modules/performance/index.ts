export { closeRound, giveAll } from './service/in-bulk.ts'
export { usualContent } from './rules/usual.ts'
