import { isPassing, type RouteProblem } from '../problem.ts'

export type KeptFile = {
  readonly blob: Blob
  readonly name: string
  /** Known once it was sent. */ readonly fileId?: string
}

/** A hand-in on its way: what to send, and how far it came. Kept in the browser until the server has it. */
export type QueuedItem = {
  readonly id: string
  readonly accountId: string
  /** What the reader sees in the list: the task's name. */
  readonly title: string
  readonly route: { readonly method: string; readonly path: string; readonly permission: string }
  readonly input: Readonly<Record<string, unknown>>
  readonly files: readonly KeptFile[]
  /** The field of the input that takes the ids of the files. */
  readonly filesInto: string
  /** The same at every try, so that the server does it once. */
  readonly idempotencyKey: string
  readonly draftKey: string | null
  readonly queuedAt: string
  readonly state: 'queued' | 'sending' | 'refused'
  /** Why it was refused, in words; the draft is kept. */
  readonly reason: string | null
  readonly tries: number
  /** Not before this moment, in ms since 1970. */
  readonly notBefore: number
}

export type Postbox = {
  all(): Promise<QueuedItem[]>
  put(item: QueuedItem): Promise<void>
  remove(id: string): Promise<void>
}

export type Sender = {
  file(file: KeptFile, idempotencyKey: string): Promise<string>
  command(item: QueuedItem, input: Readonly<Record<string, unknown>>): Promise<unknown>
}

/** What a failure means: try again later, wait until somebody signs in, or tell that it was refused. */
export function verdictOn(problem: RouteProblem): 'again' | 'sign-in' | 'refused' {
  if (problem.code === 'base.not-signed-in') return 'sign-in'
  return isPassing(problem) || problem.status === 429 || problem.status >= 500 ? 'again' : 'refused'
}

const longestRestMs = 5 * 60_000

/** 2 s, 4 s, 8 s … at most 5 minutes. */
export function restMs(tries: number): number {
  return Math.min(longestRestMs, 1000 * 2 ** Math.min(tries, 20))
}

/**
 * Sends what is due, the oldest first. Files go before their command and are not sent twice. What fails for want of
 * a connection stays; what the server refuses stays with the reason. With `isBack` the network is known to be there
 * again and nothing rests. Returns the items that arrived.
 */
export async function flush(
  box: Postbox,
  sender: Sender,
  accountId: string,
  now: number,
  isBack = false,
): Promise<QueuedItem[]> {
  const due = (await box.all())
    .filter((item) => item.accountId === accountId && item.state !== 'refused' && (isBack || item.notBefore <= now))
    .toSorted((a, b) => a.queuedAt.localeCompare(b.queuedAt))
  const arrived: QueuedItem[] = []
  for (const item of due) {
    const verdict = await sendOne(box, sender, item, now)
    if (verdict === 'arrived') arrived.push(item)
    if (verdict === 'sign-in') break
  }
  return arrived
}

async function sendOne(box: Postbox, sender: Sender, item: QueuedItem, now: number) {
  let current: QueuedItem = { ...item, state: 'sending' }
  await box.put(current)
  const files = [...item.files]
  try {
    for (const [index, file] of item.files.entries()) {
      if (file.fileId) continue
      const fileId = await sender.file(file, `${item.idempotencyKey}-${index}`)
      files[index] = { ...file, fileId }
      current = Object.assign({}, current, { files: [...files] })
      await box.put(current)
    }
    const fileIds = current.files.flatMap((file) => file.fileId ?? [])
    await sender.command(current, fileIds.length > 0 ? { ...item.input, [item.filesInto]: fileIds } : item.input)
    await box.remove(item.id)
    return 'arrived' as const
  } catch (error) {
    const problem = error as RouteProblem
    const verdict = typeof problem.status === 'number' ? verdictOn(problem) : 'again'
    const tries = item.tries + 1
    await box.put(
      verdict === 'refused'
        ? { ...current, state: 'refused', reason: problem.detail, tries }
        : { ...current, state: 'queued', tries, notBefore: verdict === 'again' ? now + restMs(tries) : 0 },
    )
    return verdict
  }
}
