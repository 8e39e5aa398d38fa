/** What was, is and would be again. Everything is kept whole: parts that did not change are shared. */
export type History<T> = {
  readonly past: readonly T[]
  readonly present: T
  readonly future: readonly T[]
  /** What the last change was about; another of the same kind joins it, so that typing a name is undone at once. */
  readonly about: string | null
}

const most = 200

export function begin<T>(present: T): History<T> {
  return { past: [], present, future: [], about: null }
}

/** Takes a change in. `about` joins it with the one before when that was about the same. */
export function record<T>(history: History<T>, next: T, about: string | null = null): History<T> {
  if (next === history.present) return history
  if (about !== null && about === history.about) return { ...history, present: next, future: [] }
  return { past: [...history.past, history.present].slice(-most), present: next, future: [], about }
}

export function undo<T>({ past, present, future }: History<T>): History<T> {
  const before = past.at(-1)
  if (before === undefined) return { past, present, future, about: null }
  return { past: past.slice(0, -1), present: before, future: [present, ...future], about: null }
}

export function redo<T>({ past, present, future }: History<T>): History<T> {
  const [next, ...rest] = future
  if (next === undefined) return { past, present, future, about: null }
  return { past: [...past, present], present: next, future: rest, about: null }
}
