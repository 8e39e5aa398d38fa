import { problem } from '#kernel/problem'

export const unknownType = problem<{ type: string }>('unprocessable', 'subjects.unknown-type')
/** Only told to who may see the one that is there. */
export const keyTaken = problem<{ type: string; key: string }>('conflict', 'subjects.key-taken')
export const isClosed = problem<{ name: string }>('conflict', 'subjects.is-closed')
export const noSeat = problem<{ personName: string }>('unprocessable', 'subjects.no-seat')
