import { problem } from '#kernel/problem'

export const codeTaken = problem<{ taken: string }>('conflict', 'sources.code-taken')
export const badAddress = problem<{ faults: readonly { path: string; message: string }[] }>(
  'invalid',
  'sources.bad-address',
)
export const noMapping = problem('conflict', 'sources.no-mapping')
export const isPaused = problem('conflict', 'sources.is-paused')
export const notAWebhook = problem('unprocessable', 'sources.not-a-webhook')
export const notAsked = problem('unprocessable', 'sources.not-asked')
/** One answer for an unknown source, a wrong or an old signature: who guesses learns nothing. */
export const badSignature = problem('not-signed-in', 'sources.bad-signature')
export const badEvents = problem<{ faults: readonly { path: string; message: string }[] }>(
  'invalid',
  'sources.bad-events',
)
/** A page or delivery of a source that takes all or nothing. */
export const rowsRefused = problem<{ count: number; first: string }>('unprocessable', 'sources.rows-refused')
export const peerRefused = problem<{ host: string; status: number }>('unprocessable', 'sources.peer-refused')
export const notJson = problem<{ host: string }>('unprocessable', 'sources.not-json')
export const noRows = problem<{ path: string }>('unprocessable', 'sources.no-rows')
export const signInRefused = problem<{ host: string }>('unprocessable', 'sources.sign-in-refused')
export const noSuchView = problem<{ message: string }>('unprocessable', 'sources.no-such-view')
export const queryFailed = problem<{ message: string }>('unprocessable', 'sources.query-failed')
/** Another run took over, or it was paused meanwhile. */
export const runLost = problem('conflict', 'sources.run-lost')
export const noCursor = problem<{ field: string }>('unprocessable', 'sources.no-cursor')
