import type { Paint, Shape, Tone } from './shapes.ts'
import { fitText, type Measure } from './text.ts'

/** What a box says, in the reader's words. */
export type Card = {
  readonly title: string
  /** Who sits or leads there; `isVacant` draws it as something missing. */
  readonly line: string
  readonly isVacant: boolean
  /** Small, at the lower left. */
  readonly note: string
  /** Small, at the lower right: seats, or the fact by which the chart is coloured. */
  readonly figure: string
  /** Colours the box; undefined leaves it plain. */
  readonly tone?: Tone
  /** The edge at the left, by kind. */
  readonly edge: Paint
  /** A word at the upper right, such as a difference. */
  readonly mark?: { readonly word: string; readonly tone: Tone }
  /** Crossed out: no longer there. */
  readonly isGone?: boolean
}

const pad = 18
const titleSize = 14
const lineSize = 13
const noteSize = 12

/** The shapes of a box, its upper left corner at (0, 0). Of a far one only what can still be seen. */
export function drawCard(
  card: Card,
  { width, height }: { readonly width: number; readonly height: number },
  measure: Measure,
  detail: 'all' | 'title' = 'all',
): Shape[] {
  const room = width - pad - 12
  const { tone, mark } = card
  const stroke: Paint = mark ? mark.tone : tone ? `${tone}-line` : 'line-strong'
  const shapes: Shape[] = [
    {
      kind: 'box',
      x: 0,
      y: 0,
      width,
      height,
      radius: 8,
      fill: tone ? `${tone}-soft` : 'surface',
      stroke,
      strokeWidth: mark ? 1.5 : 1,
      isDashed: card.isVacant || card.isGone === true,
    },
    { kind: 'box', x: 7, y: 14, width: 3, height: height - 28, radius: 1.5, fill: tone ?? card.edge },
  ]
  const text = (y: number, words: string, size: number, fill: Paint, isBold = false, wide = room) =>
    shapes.push({ kind: 'text', x: pad, y, text: fitText(words, wide, size, isBold, measure), size, isBold, fill })
  if (detail === 'title') {
    text(height / 2 + 7, card.title, 20, 'text', true)
    return shapes
  }
  const markWidth = mark ? Math.ceil(measure(mark.word, 11, true)) + 12 : 0
  text(27, card.title, titleSize, card.isGone ? 'muted' : 'text', true, room - (mark ? markWidth + 6 : 0))
  text(48, card.line, lineSize, card.isVacant ? 'amber-text' : 'text')
  const figureWidth = card.figure ? measure(card.figure, noteSize, false) + 10 : 0
  text(69, card.note, noteSize, 'muted', false, room - figureWidth)
  if (card.figure)
    shapes.push({
      kind: 'text',
      x: width - 12,
      y: 69,
      text: card.figure,
      size: noteSize,
      fill: tone ? `${tone}-text` : 'muted',
      anchor: 'end',
    })
  if (mark) {
    shapes.push(
      {
        kind: 'box',
        x: width - 10 - markWidth,
        y: 13,
        width: markWidth,
        height: 19,
        radius: 4,
        fill: `${mark.tone}-soft`,
      },
      {
        kind: 'text',
        x: width - 10 - markWidth / 2,
        y: 26.5,
        text: mark.word,
        size: 11,
        isBold: true,
        fill: `${mark.tone}-text`,
        anchor: 'middle',
      },
    )
  }
  return shapes
}
