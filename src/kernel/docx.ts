import type { PaperDocument } from './paper/document.ts'
import { renderInWorker } from './paper/in-worker.ts'

export type { PaperDocument } from './paper/document.ts'

/** The same document as a Word file, to be worked on further; drawings are left out. */
export function renderDocx(document: PaperDocument): Promise<Uint8Array> {
  return renderInWorker({ kind: 'docx', document })
}
