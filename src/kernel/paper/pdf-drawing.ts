import type { Drawing, Mark } from './document.ts'
import { colours, lineHeight, type Sheet } from './sheet.ts'
import { cutLines, wrap } from './wrap.ts'

/** Puts a drawing on a page of its own size. */
export function drawDrawing(sheet: Sheet, { widthPt, heightPt, marks }: Drawing): void {
  sheet.pdf.addPage({ size: [widthPt, heightPt], margin: 0 })
  for (const mark of marks) drawMark(sheet, mark)
  sheet.y = sheet.bottom
}

function drawMark(sheet: Sheet, mark: Mark): void {
  const { pdf } = sheet
  if (mark.mark === 'text') return drawWords(sheet, mark)
  if (mark.mark === 'line') {
    const [first, ...others] = mark.points
    if (!first) return
    pdf.moveTo(...first)
    for (const point of others) pdf.lineTo(...point)
  } else if (mark.mark === 'path') pdf.path(mark.d)
  else if (mark.radius) pdf.roundedRect(mark.x, mark.y, mark.width, mark.height, mark.radius)
  else pdf.rect(mark.x, mark.y, mark.width, mark.height)

  const fill = 'fill' in mark ? mark.fill : undefined
  const stroke = mark.stroke ?? (fill ? undefined : colours.line)
  pdf.lineWidth(mark.strokePt ?? 0.75)
  if (mark.dash) pdf.dash(mark.dash[0], { space: mark.dash[1] })
  if (fill && stroke) pdf.fillAndStroke(fill, stroke)
  else if (fill) pdf.fill(fill)
  else if (stroke) pdf.stroke(stroke)
  if (mark.dash) pdf.undash()
}

function drawWords(sheet: Sheet, mark: Extract<Mark, { mark: 'text' }>): void {
  const { sizePt, color = colours.text, align = 'left', widthPt = Infinity } = mark
  const face = mark.isBold ? 'bold' : 'regular'
  const measure = sheet.measure(face, sizePt)
  const lines = cutLines(wrap(mark.text, widthPt, measure), mark.lines ?? Infinity, widthPt, measure)
  for (const [index, line] of lines.entries()) {
    const shift = align === 'left' ? 0 : align === 'right' ? measure(line) : measure(line) / 2
    sheet.write(line, mark.x - shift, mark.y + index * lineHeight(sizePt), { face, sizePt, color })
  }
}
