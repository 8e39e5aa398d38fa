/** `later`: asked to sign after somebody who has not signed yet. `agreed`: has signed, and waits for those asked after. */
export type TaskStatus =
  | 'open'
  | 'offered'
  | 'waiting'
  | 'later'
  | 'agreed'
  | 'approved'
  | 'rejected'
  | 'answered'
  | 'superseded'
  | 'removed'
/** `fill`: the initiator's own turn after a return. `answer`: asked for an opinion, without a vote. */
export type TaskKind = 'decide' | 'before' | 'after' | 'beside' | 'answer' | 'fill'

/** A to-do of one person. Two tasks of one slot (a delegation in which both may act) count as one vote. */
export type Task = {
  id: string
  token: string
  node: string
  kind: TaskKind
  slot: string
  person: string
  onBehalfOf: string | null
  delegation: string | null
  status: TaskStatus
  weight: number
  /** For added people: whose task they were added to, and by whom. */
  parent: string | null
  addedBy: string | null
  /** Of people added before or after, on the task they were added to. */
  group: { kind: 'before' | 'after'; quorum: 'all' | 'any' | 'sequence' } | null
  isRead: boolean
  /** Everybody who handed it on. */
  chain: string[]
  urgedAt: number | null
}

export type Candidate = { id: string; weight: number }

/** `people` first of all; `fallback` when nobody was found; `superior` in place of the initiator. */
export type Ask = {
  id: string
  purpose: 'people' | 'fallback' | 'superior' | 'escalate' | 'turn' | 'check'
  node: string
  /** Which fallback comes next. */
  at: number
  kept: Candidate[]
}

/** Where the flow stands. `stuck`: needs an administrator. */
export type Token = {
  id: string
  node: string
  round: number
  stage: 'asking' | 'open' | 'waiting' | 'stuck'
  since: number
  /** The number of the event that put it here. */
  from: number
  asks: Ask[]
  /** Who comes later in a sequence; frozen when the step began. */
  queue: Candidate[]
  child: string | null
  isPaused: boolean
  timers: string[]
  race: { block: string; arm: string } | null
  /** After a return: the step to go straight back to, if nothing guarded changes. */
  straight: { to: string; nodes: string[] } | null
  trouble: string | null
}

export type Passed = { round: number; print: string; by: string[]; isStale: boolean; order: number; revision?: number }
export type Arrival = { flow: string; from: number }
export type Undo = { seq: number; by: string; node: string; task: string; token: Token; tasks: Task[]; made: number }
export type Evidence = { node: string; guards: string[]; print: string; by: string[] }

export type Outcome = 'approved' | 'rejected' | 'withdrawn' | 'cancelled'

/** The whole of an instance as the engine knows it: plain JSON, about a kilobyte. */
export type State = {
  status: 'draft' | 'checking' | 'running' | 'incident' | 'ended'
  outcome: Outcome | null
  initiator: string
  /** Who stands in for the initiator: the same person, or a successor. */
  owner: string
  /** Events taken so far. */
  seq: number
  /** Numbers given to tokens, tasks, asks. */
  made: number
  /** Grows with every return: what was approved before counts no more for sparing people a second question. */
  generation: number
  tokens: Token[]
  tasks: Task[]
  arrivals: Record<string, Arrival[]>
  visits: Record<string, number>
  loops: Record<string, number>
  passed: Record<string, Passed>
  approvals: { node: string; person: string; generation: number; revision: number; order: number }[]
  chosen: Record<string, string[]>
  copied: string[]
  evidence: Record<string, Evidence>
  undo: Undo[]
  checks: Ask[]
}

/** An instance nobody has submitted yet. */
export function draft(initiator: string): State {
  return {
    status: 'draft',
    outcome: null,
    initiator,
    owner: initiator,
    seq: 0,
    made: 0,
    generation: 0,
    tokens: [],
    tasks: [],
    arrivals: {},
    visits: {},
    loops: {},
    passed: {},
    approvals: [],
    chosen: {},
    copied: [],
    evidence: {},
    undo: [],
    checks: [],
  }
}
