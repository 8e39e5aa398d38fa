// Runs as a thread of its own for one document.
import { parentPort, workerData } from 'node:worker_threads'
import type { PaperAnswer, PaperTask } from './in-worker.ts'

const { kind, document } = workerData as PaperTask
try {
  const bytes =
    kind === 'pdf'
      ? await (await import('./render-pdf.ts')).renderPdf(document)
      : await (await import('./render-docx.ts')).renderDocx(document)
  answer({ bytes })
} catch (error) {
  answer({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) })
}

function answer(message: PaperAnswer): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage(message)
}
