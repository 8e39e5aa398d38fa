import { createElement, lazy, Suspense, type ComponentType } from 'react'

/**
 * A part that opens on a press (a drawer, a form, a dialog) without its code in the page's first load:
 * `const HandInSheet = later(async () => (await import('./HandInSheet.tsx')).HandInSheet)`.
 * Fetched as soon as the browser has nothing else to do, so that it is there when pressed, and without a network too.
 */
export function later<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  let loading: Promise<{ default: ComponentType<P> }> | undefined
  const fetched = () => {
    loading ??= load().then((part) => ({ default: part }))
    loading.catch(() => (loading = undefined))
    return loading
  }
  whenIdle(() => void fetched().catch(() => {}))
  const Part = lazy(fetched)
  return function Later(props: P) {
    return createElement(Suspense, null, createElement(Part as ComponentType<P>, props))
  }
}

const patienceMs = 2500

// Safari has no requestIdleCallback.
function whenIdle(work: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(work, { timeout: patienceMs * 2 })
  else setTimeout(work, patienceMs)
}
