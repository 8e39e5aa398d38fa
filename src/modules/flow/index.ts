export { demandEvidence, type Demand } from './service/gates.ts'
export { contributeCommand, type Command, type CommandCall } from './commands.ts'
