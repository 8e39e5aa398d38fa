import { Worker } from 'node:worker_threads'
import type { PaperDocument } from './document.ts'

export type PaperTask = { readonly kind: 'pdf' | 'docx'; readonly document: PaperDocument }
export type PaperAnswer = { readonly bytes: Uint8Array } | { readonly error: string }

/** A document of the size of a book takes a few seconds; what takes longer is stuck. */
const limitMs = 60_000
/** Each may take some two hundred megabytes while it works. */
const limitWorkers = 2
let running = 0
const waiting: (() => void)[] = []

/** Renders beside the event loop: embedding a Chinese font takes half a second that no other request should wait for. */
export async function renderInWorker(task: PaperTask): Promise<Uint8Array> {
  if (running >= limitWorkers) await new Promise<void>((go) => waiting.push(go))
  else running += 1
  try {
    return await carryOut(task)
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}

function carryOut(task: PaperTask): Promise<Uint8Array> {
  // no environment: a document needs none of the process's passwords
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: task,
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 512 },
  })
  return new Promise<Uint8Array>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no document within ${limitMs} ms`)), limitMs)
    worker.once('message', (answer: PaperAnswer) =>
      'error' in answer ? reject(new Error(answer.error)) : resolve(answer.bytes),
    )
    worker.once('error', reject)
    worker.once('exit', (code) => {
      clearTimeout(timer)
      if (code !== 0) reject(new Error(`the document's worker ended with ${code}`))
    })
  }).finally(() => worker.terminate())
}
