import { moduleChanged, queryClient } from '../lib/cache.ts'

const restMs = 5_000

/**
 * Hears what changed and reads it again. Only while the page is seen: a browser keeps six connections to a server
 * over plain HTTP, and ten forgotten tabs would hold them all.
 */
export function startLive(): () => void {
  let source: EventSource | undefined
  let rest: ReturnType<typeof setTimeout> | undefined
  let wasOpen = false

  const open = () => {
    if (source || document.hidden) return
    source = new EventSource('/api/live')
    source.addEventListener('open', () => {
      // What was told while nobody listened is unknown: look again at what is on the screen.
      if (wasOpen) void queryClient.invalidateQueries()
      wasOpen = true
    })
    source.addEventListener('changed', (event) => gather((JSON.parse(event.data) as { topic: string }).topic))
    source.addEventListener('error', () => {
      if (source?.readyState !== EventSource.CLOSED) return
      close()
      rest = setTimeout(open, restMs)
    })
  }
  const close = () => {
    clearTimeout(rest)
    source?.close()
    source = undefined
  }
  const look = () => (document.hidden ? close() : open())
  document.addEventListener('visibilitychange', look)
  open()
  return () => {
    document.removeEventListener('visibilitychange', look)
    close()
  }
}

/** Told apart by the server, read together here. */
const ofBase: ReadonlySet<string> = new Set(['session', 'notifications'])
const topics = new Set<string>()
let due: ReturnType<typeof setTimeout> | undefined

/** Several topics of one moment are read again once. */
function gather(topic: string): void {
  topics.add(topic)
  due ??= setTimeout(() => {
    due = undefined
    for (const each of topics) void moduleChanged(ofBase.has(each) ? 'base' : each)
    topics.clear()
  }, 120)
}
