import { problem } from './problem.ts'

/** Refusals of the mechanisms themselves; their words stand with the module `base`. */
export const badInput = problem<{ faults: readonly { path: string; message: string }[] }>('invalid', 'base.bad-input')
export const notSignedIn = problem('not-signed-in', 'base.not-signed-in')
export const forbidden = problem<{ permission: string }>('forbidden', 'base.forbidden')
/** The route needs a password typed within the last minutes; the page asks for it and sends the same again. */
export const confirmPassword = problem('forbidden', 'base.confirm-password')
/** For what does not exist and for what lies outside the asker's reach: the two look alike. */
export const notFound = problem<{ what: string }>('not-found', 'base.not-found')
export const noSuchRoute = problem('not-found', 'base.no-such-route')
export const moduleOff = problem<{ module: string }>('not-found', 'base.module-off')
export const foreignOrigin = problem('forbidden', 'base.foreign-origin')
export const bodyTooLarge = problem<{ limitBytes: number }>('too-large', 'base.body-too-large')
export const onlyJson = problem('invalid', 'base.only-json')
export const keyReused = problem('conflict', 'base.key-reused')
export const changedMeanwhile = problem<{ yours: number; current: number }>('conflict', 'base.changed-meanwhile')
export const exists = problem<{ what: string }>('conflict', 'base.exists')
export const stillReferred = problem<{ what: string }>('conflict', 'base.still-referred')
export const commitUnknown = problem('unavailable', 'base.commit-unknown')
export const databaseAway = problem('unavailable', 'base.database-away')
export const unexpected = problem<{ requestId: string }>('bug', 'base.unexpected')
/** A cell that was moved, changed or sealed by another key. */
export const sealBroken = problem<{ table: string }>('unprocessable', 'base.seal-broken')
export const tooBusy = problem('unavailable', 'base.too-busy')
export const hostBlocked = problem<{ host: string }>('unprocessable', 'base.host-blocked')
/** Why another system could not be asked. */
export const outboundFailed = {
  'bad-address': problem<{ host: string }>('unprocessable', 'base.outbound-bad-address'),
  'not-encrypted': problem<{ host: string }>('unprocessable', 'base.outbound-not-encrypted'),
  'not-found': problem<{ host: string }>('unprocessable', 'base.outbound-not-found'),
  'no-connection': problem<{ host: string }>('unprocessable', 'base.outbound-no-connection'),
  'too-slow': problem<{ host: string }>('unprocessable', 'base.outbound-too-slow'),
  'too-large': problem<{ host: string }>('unprocessable', 'base.outbound-too-large'),
  'cut-off': problem<{ host: string }>('unprocessable', 'base.outbound-cut-off'),
  redirected: problem<{ host: string }>('unprocessable', 'base.outbound-redirected'),
}
