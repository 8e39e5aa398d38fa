import type { Block, Fact } from './document.ts'
import { drawDrawing } from './pdf-drawing.ts'
import { drawTable } from './pdf-table.ts'
import { colours, lineHeight, type Sheet, type TextStyle } from './sheet.ts'

export function drawBlock(sheet: Sheet, block: Block): void {
  switch (block.kind) {
    case 'title':
      return drawTitle(sheet, block.text, block.note)
    case 'heading':
      return drawHeading(sheet, block.text, block.level ?? 1, block.note)
    case 'paragraph':
      drawText(sheet, block.text, sheet.left, sheet.width, block.isMuted ? { sizePt: 9, color: colours.muted } : {})
      sheet.y += 6
      return
    case 'list':
      return drawList(sheet, block.items, block.isNumbered ?? false)
    case 'facts':
      return drawFacts(sheet, block.items)
    case 'table':
      return drawTable(sheet, block.columns, block.rows)
    case 'signatures':
      return drawSignatures(sheet, block.labels)
    case 'new-page':
      return sheet.newPage()
    case 'drawing':
      return drawDrawing(sheet, block)
  }
}

function drawTitle(sheet: Sheet, text: string, note?: string): void {
  drawText(sheet, text, sheet.left, sheet.width, { face: 'bold', sizePt: 20 })
  if (note) {
    sheet.y += 2
    drawText(sheet, note, sheet.left, sheet.width, { sizePt: 10, color: colours.muted })
  }
  sheet.y += 6
  sheet.pdf.rect(sheet.left, sheet.y, 36, 2.5).fill(colours.brand)
  sheet.y += 14
}

const headings = { 1: { sizePt: 14, above: 12 }, 2: { sizePt: 11.5, above: 8 }, 3: { sizePt: 10, above: 5 } }

/** A heading never stands alone at the foot of a page. */
function drawHeading(sheet: Sheet, text: string, level: 1 | 2 | 3, note?: string): void {
  const { sizePt, above } = headings[level]
  sheet.need(above + lineHeight(sizePt) + (note ? 14 : 0) + 40)
  sheet.y += above
  drawText(sheet, text, sheet.left, sheet.width, { face: 'bold', sizePt })
  if (note) drawText(sheet, note, sheet.left, sheet.width, { sizePt: 9, color: colours.muted })
  sheet.y += 3
}

function drawText(sheet: Sheet, text: string, x: number, width: number, style: TextStyle): void {
  const height = lineHeight(style.sizePt ?? 10)
  for (const line of sheet.lines(text, width, style)) {
    sheet.need(height)
    sheet.write(line, x, sheet.y, style)
    sheet.y += height
  }
}

function drawList(sheet: Sheet, items: readonly string[], isNumbered: boolean): void {
  const indent = isNumbered ? 20 : 14
  for (const [index, item] of items.entries()) {
    sheet.need(lineHeight(10))
    sheet.write(isNumbered ? `${index + 1}.` : '•', sheet.left + 2, sheet.y)
    drawText(sheet, item, sheet.left + indent, sheet.width - indent, {})
    sheet.y += 2
  }
  sheet.y += 4
}

/** Two columns of label and value; a row is as high as its taller side. */
function drawFacts(sheet: Sheet, items: readonly Fact[]): void {
  const gap = 18
  const column = (sheet.width - gap) / 2
  const labelWidth = Math.min(110, Math.max(...items.map(({ label }) => sheet.measure('regular', 9)(label))) + 10)
  for (let at = 0; at < items.length; at += 2) {
    const cells = items.slice(at, at + 2).map(({ label, value }) => ({
      label: sheet.lines(label, labelWidth - 6, { sizePt: 9 }),
      value: sheet.lines(value || '—', column - labelWidth, { sizePt: 10 }),
    }))
    const rows = Math.max(...cells.flatMap((cell) => [cell.label.length, cell.value.length]))
    sheet.need(rows * lineHeight(10))
    for (const [index, cell] of cells.entries()) {
      const x = sheet.left + index * (column + gap)
      for (const [row, line] of cell.label.entries())
        sheet.write(line, x, sheet.y + 0.8 + row * lineHeight(10), { sizePt: 9, color: colours.muted })
      for (const [row, line] of cell.value.entries())
        sheet.write(line, x + labelWidth, sheet.y + row * lineHeight(10), { sizePt: 10 })
    }
    sheet.y += rows * lineHeight(10) + 3
  }
  sheet.y += 6
}

function drawSignatures(sheet: Sheet, labels: readonly string[]): void {
  const gap = 24
  const width = (sheet.width - gap * (labels.length - 1)) / labels.length
  sheet.need(60)
  sheet.y += 38
  for (const [index, label] of labels.entries()) {
    const x = sheet.left + index * (width + gap)
    sheet.pdf
      .moveTo(x, sheet.y)
      .lineTo(x + width, sheet.y)
      .lineWidth(0.6)
      .stroke(colours.muted)
    sheet.write(label, x, sheet.y + 4, { sizePt: 9, color: colours.muted })
  }
  sheet.y += 24
}
