import { AlignmentType, BorderStyle, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx'
import type { Fact, TableColumn } from './document.ts'

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const thin = { style: BorderStyle.SINGLE, size: 4, color: 'C9D0DC' }
const margins = { top: 50, bottom: 50, left: 90, right: 90 }
const noBorders = { top: none, bottom: none, left: none, right: none }

/** A table of `inner` twentieths of a point; its head stands again on each page. */
export function wordTable(columns: readonly TableColumn[], rows: readonly (readonly string[])[], inner: number): Table {
  const total = columns.reduce((sum, { share = 1 }) => sum + share, 0)
  const widths = columns.map(({ share = 1 }) => Math.round((inner * share) / total))
  const row = (cells: readonly string[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: isHead,
      children: columns.map(
        ({ align }, index) =>
          new TableCell({
            margins,
            width: { size: widths[index] ?? 0, type: WidthType.DXA },
            ...(isHead ? { shading: { fill: 'EEF1F7' } } : {}),
            children: [
              new Paragraph({
                spacing: { after: 0 },
                alignment: align === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
                children: textRuns(cells[index] ?? '', { size: 18, bold: isHead }),
              }),
            ],
          }),
      ),
    })
  return new Table({
    width: { size: inner, type: WidthType.DXA },
    columnWidths: widths,
    borders: { top: thin, bottom: thin, left: none, right: none, insideHorizontal: thin, insideVertical: none },
    rows: [
      row(
        columns.map(({ title }) => title),
        true,
      ),
      ...rows.map((cells) => row(cells, false)),
    ],
  })
}

/** Names and values in two columns, without lines. */
export function factTable(items: readonly Fact[], inner: number): Table {
  const widths = [0.19, 0.31, 0.19, 0.31].map((part) => Math.round(inner * part))
  const cell = (text: string, index: number) =>
    new TableCell({
      borders: noBorders,
      margins: { top: 20, bottom: 20, left: 0, right: 90 },
      width: { size: widths[index] ?? 0, type: WidthType.DXA },
      children: [
        new Paragraph({
          spacing: { after: 0 },
          children: textRuns(text, index % 2 === 0 ? { size: 18, color: '5D6678' } : { size: 20 }),
        }),
      ],
    })
  const pairs = Array.from({ length: Math.ceil(items.length / 2) }, (_, row) => items.slice(row * 2, row * 2 + 2))
  return new Table({
    width: { size: inner, type: WidthType.DXA },
    columnWidths: widths,
    borders: { ...noBorders, insideHorizontal: none, insideVertical: none },
    rows: pairs.map((pair) => {
      const texts = [0, 1].flatMap((at) => [pair[at]?.label ?? '', pair[at] ? pair[at].value || '—' : ''])
      return new TableRow({ cantSplit: true, children: texts.map(cell) })
    }),
  })
}

export function signatureTable(labels: readonly string[], inner: number): Table {
  const width = Math.round(inner / labels.length)
  const cell = (label: string) =>
    new TableCell({
      borders: noBorders,
      margins: { top: 700, right: 300 },
      width: { size: width, type: WidthType.DXA },
      children: [
        new Paragraph({
          border: { top: { style: BorderStyle.SINGLE, size: 4, color: '5D6678', space: 4 } },
          children: textRuns(label, { size: 18, color: '5D6678' }),
        }),
      ],
    })
  return new Table({
    width: { size: inner, type: WidthType.DXA },
    columnWidths: labels.map(() => width),
    borders: { ...noBorders, insideHorizontal: none, insideVertical: none },
    rows: [new TableRow({ cantSplit: true, children: labels.map(cell) })],
  })
}

function textRuns(text: string, style: { size: number; bold?: boolean; color?: string }): TextRun[] {
  return text
    .split('\n')
    .map((line, index) => new TextRun({ ...style, text: line, ...(index > 0 ? { break: 1 } : {}) }))
}
