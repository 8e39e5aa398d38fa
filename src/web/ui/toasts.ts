export type ToastMessage = {
  title: string
  description?: string
  tone?: 'green' | 'blue' | 'amber' | 'red'
  /** Shown for 10 s with a button that takes the deed back. */
  undo?: () => void
  action?: { label: string; onAction: () => void }
}
export type ShownToast = ToastMessage & { key: number; leftMs: number | null; startedMs: number; timer: number }

const mostShown = 3
let shown: readonly ShownToast[] = []
let lastKey = 0
const listeners = new Set<() => void>()

/** Says that something happened. Refusals stay until closed, others go by themselves. Returns a function that closes it. */
export function showToast(message: ToastMessage): () => void {
  const key = ++lastKey
  const leftMs = message.undo || message.action ? 10_000 : message.tone === 'red' ? null : 5_000
  const toast: ShownToast = { ...message, key, leftMs, startedMs: 0, timer: 0 }
  run(toast)
  for (const old of shown.slice(0, Math.max(0, shown.length + 1 - mostShown))) window.clearTimeout(old.timer)
  change([...shown, toast].slice(-mostShown))
  return () => closeToast(key)
}

export function closeToast(key: number) {
  window.clearTimeout(shown.find((toast) => toast.key === key)?.timer)
  change(shown.filter((toast) => toast.key !== key))
}

/** While someone reads or reaches for a button the clock stands still. */
export function pauseToasts() {
  for (const toast of shown) {
    window.clearTimeout(toast.timer)
    if (toast.leftMs !== null) toast.leftMs = Math.max(1_000, toast.leftMs - (Date.now() - toast.startedMs))
  }
}

export function resumeToasts() {
  for (const toast of shown) run(toast)
}

export function currentToasts() {
  return shown
}

export function subscribeToasts(listener: () => void) {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

function run(toast: ShownToast) {
  window.clearTimeout(toast.timer)
  toast.startedMs = Date.now()
  if (toast.leftMs !== null) toast.timer = window.setTimeout(() => closeToast(toast.key), toast.leftMs)
}

function change(next: readonly ShownToast[]) {
  shown = next
  for (const tell of listeners) tell()
}
