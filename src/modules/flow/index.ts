export { demandEvidence, type Demand } from './service/gates.ts'
export { contributeCommand, type Command, type CommandCall } from './commands.ts'
export { listAttempts as refusedAttempts } from './service/attempts.ts'
export { verifyRequests, type Verified } from './service/verify.ts'
