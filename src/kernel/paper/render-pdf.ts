import { buffer } from 'node:stream/consumers'
import type { PaperDocument } from './document.ts'
import { drawBlock } from './pdf-blocks.ts'
import { colours, openSheet, type Sheet } from './sheet.ts'

/** Lays a document out. Takes up to a second of computing: call it in a worker, see `in-worker.ts`. */
export async function renderPdf(document: PaperDocument): Promise<Uint8Array> {
  const sheet = openSheet(document)
  const bytes = buffer(sheet.pdf)
  if (document.blocks[0]?.kind !== 'drawing') sheet.newPage()
  for (const block of document.blocks) drawBlock(sheet, block)
  if (document.footer) drawFooters(sheet, document.footer)
  sheet.pdf.end()
  return bytes
}

function drawFooters(sheet: Sheet, footer: { text: string; page: string }): void {
  const { start, count } = sheet.pdf.bufferedPageRange()
  const style = { sizePt: 8, color: colours.muted }
  const measure = sheet.measure('regular', style.sizePt)
  for (let index = 0; index < count; index += 1) {
    sheet.pdf.switchToPage(start + index)
    const { width, height } = sheet.pdf.page
    const number = footer.page.replace('{page}', String(index + 1)).replace('{pages}', String(count))
    const side = Math.min(sheet.left, width * 0.1)
    const y = height - 34
    const [text = ''] = sheet.lines(footer.text, width - 2 * side - measure(number) - 20, style)
    sheet.write(text, side, y, style)
    sheet.write(number, width - side - measure(number), y, style)
  }
}
