/** A refusal as the server tells it (RFC 9457), or one that arose on the way to it. */
export type RouteProblem = Error & {
  /** 0 when no answer came. */
  readonly status: number
  /** `module.code`, such as `tasks.already-done`; `web.offline` when the server was not reached. */
  readonly code: string
  /** The sentence in the reader's language. */
  readonly detail: string
  readonly facts: Readonly<Record<string, unknown>>
}

export type Fault = { readonly path: string; readonly message: string }

export function routeProblem(parts: {
  status: number
  code: string
  detail: string
  facts?: Readonly<Record<string, unknown>>
}): RouteProblem {
  return Object.assign(new Error(parts.detail), { facts: {}, ...parts })
}

export function isRouteProblem(error: unknown): error is RouteProblem {
  return error instanceof Error && 'code' in error && 'status' in error && 'facts' in error
}

/** True when trying again later may help: not reached, busy, restarting. */
export function isPassing(problem: RouteProblem): boolean {
  return problem.status === 0 || problem.status === 502 || problem.status === 503 || problem.status === 504
}

/** The fields a `base.bad-input` names. */
export function faultsOf(problem: RouteProblem): readonly Fault[] {
  const { faults } = problem.facts
  return Array.isArray(faults) ? (faults as Fault[]) : []
}
