export { closeRound, giveAll } from './service/in-bulk.ts'
