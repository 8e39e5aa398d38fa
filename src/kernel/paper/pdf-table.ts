import type { TableColumn } from './document.ts'
import { colours, lineHeight, type Face, type Sheet } from './sheet.ts'

const sizePt = 9
const pad = { x: 5, y: 3.5 }
const height = lineHeight(sizePt)

type Column = TableColumn & { readonly x: number; readonly widthPt: number }

/** A table; its head stands again on each page, and a row too high for what is left goes on over the page. */
export function drawTable(sheet: Sheet, columns: readonly TableColumn[], rows: readonly (readonly string[])[]): void {
  const placed = place(sheet, columns)
  const titles = placed.map(({ title }) => title)
  sheet.need(rowHeight(linesOf(sheet, placed, titles, 'bold')) * 2 + 6)
  drawHead(sheet, placed, titles)
  for (const row of rows) drawRow(sheet, placed, titles, linesOf(sheet, placed, row, 'regular'))
  sheet.y += 10
}

function place(sheet: Sheet, columns: readonly TableColumn[]): Column[] {
  const total = columns.reduce((sum, { share = 1 }) => sum + share, 0)
  let x = sheet.left
  return columns.map((column) => {
    const widthPt = (sheet.width * (column.share ?? 1)) / total
    const placed = { ...column, x, widthPt }
    x += widthPt
    return placed
  })
}

function linesOf(sheet: Sheet, columns: readonly Column[], row: readonly string[], face: Face): string[][] {
  return columns.map(({ widthPt }, index) => sheet.lines(row[index] ?? '', widthPt - 2 * pad.x, { sizePt, face }))
}

function rowHeight(cells: readonly (readonly string[])[]): number {
  return Math.max(...cells.map((lines) => lines.length)) * height + 2 * pad.y
}

function drawHead(sheet: Sheet, columns: readonly Column[], titles: readonly string[]): void {
  const cells = linesOf(sheet, columns, titles, 'bold')
  sheet.pdf.rect(sheet.left, sheet.y, sheet.width, rowHeight(cells)).fill(colours.head)
  writeCells(sheet, columns, cells, 'bold')
}

function drawRow(sheet: Sheet, columns: readonly Column[], titles: readonly string[], cells: string[][]): void {
  const room = () => Math.floor((sheet.bottom - sheet.y - 2 * pad.y) / height)
  const isTall = rowHeight(cells) > (sheet.bottom - sheet.y) * 1 && Math.max(...cells.map((c) => c.length)) > 12
  if (room() < 1 || (rowHeight(cells) > sheet.bottom - sheet.y && !isTall)) overLeaf(sheet, columns, titles)
  while (rowHeight(cells) > sheet.bottom - sheet.y) {
    const fits = Math.max(1, room())
    writeCells(
      sheet,
      columns,
      cells.map((lines) => lines.splice(0, fits)),
      'regular',
    )
    overLeaf(sheet, columns, titles)
  }
  writeCells(sheet, columns, cells, 'regular')
}

function overLeaf(sheet: Sheet, columns: readonly Column[], titles: readonly string[]): void {
  sheet.newPage()
  drawHead(sheet, columns, titles)
}

function writeCells(sheet: Sheet, columns: readonly Column[], cells: readonly (readonly string[])[], face: Face): void {
  const measure = sheet.measure(face, sizePt)
  for (const [index, { x, widthPt, align }] of columns.entries()) {
    for (const [row, line] of (cells[index] ?? []).entries()) {
      const left = align === 'right' ? x + widthPt - pad.x - measure(line) : x + pad.x
      sheet.write(line, left, sheet.y + pad.y + row * height, { sizePt, face })
    }
  }
  sheet.y += rowHeight(cells)
  sheet.pdf
    .moveTo(sheet.left, sheet.y)
    .lineTo(sheet.left + sheet.width, sheet.y)
    .lineWidth(0.5)
    .stroke(colours.line)
}
