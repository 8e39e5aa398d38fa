import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import Pdf from 'pdfkit'
import type { PaperDocument } from './document.ts'
import { wrap, type Measure } from './wrap.ts'

export const colours = {
  text: '#1d2330',
  muted: '#5d6678',
  line: '#c9d0dc',
  head: '#eef1f7',
  brand: '#3049cf',
} as const
export type Face = 'regular' | 'bold'
export type TextStyle = { readonly face?: Face; readonly sizePt?: number; readonly color?: string }

/** A4 in points. */
const paper = [595.28, 841.89] as const
const margin = { top: 54, side: 54, bottom: 62 }

/** The page being filled: where the next thing goes, and what writes on it. */
export type Sheet = ReturnType<typeof openSheet>

export function openSheet(document: PaperDocument) {
  const [widthPt, heightPt] = document.isLandscape ? paper.toReversed() : paper
  const pdf = new Pdf({
    size: [widthPt ?? 0, heightPt ?? 0],
    margin: 0,
    bufferPages: true,
    autoFirstPage: false,
    lang: document.language,
    displayTitle: true,
    info: {
      Title: document.title,
      Author: document.author ?? '',
      CreationDate: document.createdAt,
      ModDate: document.createdAt,
    },
  })
  for (const face of ['regular', 'bold'] as const) pdf.registerFont(face, fontFile(face))
  const measures = measuresOf(pdf)
  const sheet = {
    pdf,
    y: margin.top,
    left: margin.side,
    width: (widthPt ?? 0) - 2 * margin.side,
    bottom: (heightPt ?? 0) - margin.bottom,
    measure: measures,
    newPage() {
      pdf.addPage()
      sheet.y = margin.top
    },
    /** Begins a new page when less than `heightPt` is left on this one. */
    need(neededPt: number) {
      if (sheet.y + neededPt > sheet.bottom && sheet.y > margin.top) sheet.newPage()
    },
    /** Writes one line at a place, as it is. */
    write(text: string, x: number, y: number, style: TextStyle = {}) {
      const { face = 'regular', sizePt = 10, color = colours.text } = style
      if (text === '') return
      pdf.font(face).fontSize(sizePt).fillColor(color).text(text, x, y, { lineBreak: false })
    },
    lines(text: string, width: number, style: TextStyle = {}): string[] {
      return wrap(text, width, measures(style.face ?? 'regular', style.sizePt ?? 10))
    },
  }
  return sheet
}

/** Height of one line: the font's own would be 1.45 of its size, too loose for tables. */
export function lineHeight(sizePt: number): number {
  return sizePt * 1.4
}

const files = { regular: 'NotoSansHans-Regular.otf', bold: 'NotoSansHans-Bold.otf' }

function fontFile(face: Face): Buffer {
  const entry = fileURLToPath(import.meta.resolve('@embedpdf/fonts-sc'))
  return readFileSync(new URL(`../fonts/${files[face]}`, `file://${entry}`))
}

/** Widths are asked for again and again, mostly of single Chinese characters: each is measured once. */
function measuresOf(pdf: PDFKit.PDFDocument): (face: Face, sizePt: number) => Measure {
  const known = { regular: new Map<string, number>(), bold: new Map<string, number>() }
  return (face, sizePt) => (text) => {
    let width = known[face].get(text)
    if (width === undefined) {
      width = pdf.font(face).fontSize(1000).widthOfString(text)
      known[face].set(text, width)
    }
    return (width * sizePt) / 1000
  }
}
