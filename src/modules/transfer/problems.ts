import { problem } from '#kernel/problem'

export const noSuchKind = problem<{ kind: string }>('not-found', 'transfer.no-such-kind')
export const refusedFile = problem<{ refused: string; why: string }>('unprocessable', 'transfer.refused-file')
export const hasFaults = problem<{ faultyRows: number }>('unprocessable', 'transfer.has-faults')
export const missingColumns = problem<{ columns: string }>('unprocessable', 'transfer.missing-columns')
export const noRows = problem('unprocessable', 'transfer.no-rows')
export const badMapping = problem('invalid', 'transfer.bad-mapping')
