import { problem } from '#kernel/problem'

export const noSuchKind = problem<{ kind: string }>('not-found', 'transfer.no-such-kind')
export const refusedFile = problem<{ refused: string; why: string }>('unprocessable', 'transfer.refused-file')
export const hasFaults = problem<{ faultyRows: number; missing: readonly string[] }>(
  'unprocessable',
  'transfer.has-faults',
)
export const noRows = problem('unprocessable', 'transfer.no-rows')
export const badMapping = problem('invalid', 'transfer.bad-mapping')
