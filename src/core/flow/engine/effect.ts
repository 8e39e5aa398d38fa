import type { Deadline, Span } from '../model/deadline.ts'
import type { Source } from '../model/who.ts'
import type { Outcome, TaskKind, TaskStatus } from './state.ts'

/** What the shell does after an event, in order and in the same transaction. */
export type Effect =
  /** Answered by an event `people`. */
  | { do: 'ask-people'; ask: string; node: string; source: Source; isCheck: boolean }
  | {
      do: 'open-task'
      task: string
      node: string
      person: string
      onBehalfOf: string | null
      kind: TaskKind
      isOffer: boolean
    }
  | {
      do: 'close-task'
      task: string
      node: string
      person: string
      result: TaskStatus | 'returned' | 'cancelled' | 'reopened'
    }
  | { do: 'reassign-task'; task: string; node: string; from: string; to: string; onBehalfOf: string | null }
  /** Fires `timer` at the deadline moved by `at`, or (a delay) after `span`. Times are reckoned by the shell. */
  | { do: 'set-timer'; timer: string; node: string; deadline?: Deadline; at?: Span; span?: Span; from: number }
  | { do: 'cancel-timer'; timer: string }
  | { do: 'pause-timer'; timer: string }
  | { do: 'resume-timer'; timer: string }
  | { do: 'notify'; to: string[]; about: string; node: string | null; task: string | null }
  | { do: 'grant-read'; person: string; node: string }
  | { do: 'write-evidence'; gate: string; node: string; guards: string[]; print: string; by: string[] }
  | { do: 'void-evidence'; gate: string; node: string; because: 'changed' | 'returned' }
  | { do: 'call-command'; node: string; token: string; command: string }
  | { do: 'start-child'; node: string; child: string; flow: string; map: Record<string, string>; isWaited: boolean }
  | { do: 'cancel-child'; child: string }
  /** For the time line: something nobody did, such as a step that passed by itself. */
  | { do: 'note'; code: string; node: string | null; person: string | null }
  | { do: 'incident'; code: string; node: string }
  | { do: 'end'; outcome: Outcome }
