/** Requests that wait for one dialog; all go on when the password was typed, or fail together. */
let waiting: ((isConfirmed: boolean) => void)[] = []
const listeners = new Set<() => void>()

/** Asks who sits at the page for the password; false when they would rather not. */
export function askPassword(): Promise<boolean> {
  const answered = new Promise<boolean>((resolve) => waiting.push(resolve))
  tell()
  return answered
}

export function answerPassword(isConfirmed: boolean): void {
  const all = waiting
  waiting = []
  for (const go of all) go(isConfirmed)
  tell()
}

export function isPasswordAsked(): boolean {
  return waiting.length > 0
}

export function onPasswordAsked(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function tell(): void {
  for (const listener of listeners) listener()
}
