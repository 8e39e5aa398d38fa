import type { PaperDocument } from './paper/document.ts'
import { renderInWorker } from './paper/in-worker.ts'

export type { Block, Drawing, Fact, Mark, PaperDocument, TableColumn } from './paper/document.ts'

/**
 * A document as a PDF: Chinese and English in an embedded subset of Noto Sans, page numbers, tables over pages, and
 * drawings on pages of their own size. Made in a worker; drawings of thousands of marks are fine.
 */
export function renderPdf(document: PaperDocument): Promise<Uint8Array> {
  return renderInWorker({ kind: 'pdf', document })
}
