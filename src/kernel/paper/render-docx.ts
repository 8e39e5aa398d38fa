import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  TabStopType,
  TextRun,
  type FileChild,
  type IParagraphOptions,
} from 'docx'
import type { Block, PaperDocument } from './document.ts'
import { factTable, signatureTable, wordTable } from './docx-tables.ts'

/** A4 and its margins in twentieths of a point. */
const page = { width: 11906, height: 16838, margin: 1134 }

/** The document as a Word file. Headings are Word's own, so that its outline and table of contents work. */
export async function renderDocx(document: PaperDocument): Promise<Uint8Array> {
  const landscape = document.isLandscape ?? false
  const width = landscape ? page.height : page.width
  const inner = width - 2 * page.margin
  const file = new Document({
    title: document.title,
    creator: document.author ?? '',
    styles: {
      default: {
        document: {
          run: {
            size: 21,
            font: { ascii: 'Calibri', hAnsi: 'Calibri', eastAsia: 'Microsoft YaHei', cs: 'Calibri' },
            language: { value: 'en-US', eastAsia: 'zh-CN' },
          },
          paragraph: { spacing: { after: 80 } },
        },
        title: { run: { size: 40, bold: true }, paragraph: { spacing: { after: 60 } } },
        heading1: { run: { size: 28, bold: true }, paragraph: { spacing: { before: 260, after: 80 }, keepNext: true } },
        heading2: { run: { size: 23, bold: true }, paragraph: { spacing: { before: 180, after: 60 }, keepNext: true } },
        heading3: { run: { size: 21, bold: true }, paragraph: { spacing: { before: 120, after: 40 }, keepNext: true } },
      },
    },
    numbering: {
      config: document.blocks.flatMap((block, index) =>
        block.kind === 'list' && block.isNumbered ? [numbering(index)] : [],
      ),
    },
    sections: [
      {
        properties: {
          page: {
            size: {
              width: page.width,
              height: page.height,
              ...(landscape ? { orientation: 'landscape' as const } : {}),
            },
            margin: { top: page.margin, bottom: page.margin, left: page.margin, right: page.margin },
          },
        },
        ...(document.footer ? { footers: { default: footer(document.footer, inner) } } : {}),
        children: document.blocks.flatMap((block, index) => children(block, index, inner)),
      },
    ],
  })
  return new Uint8Array(await Packer.toArrayBuffer(file))
}

const headingLevels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 }

function children(block: Block, index: number, inner: number): FileChild[] {
  switch (block.kind) {
    case 'title':
      return [
        new Paragraph({ text: block.text, heading: HeadingLevel.TITLE }),
        ...(block.note ? [muted(block.note)] : []),
        new Paragraph({ border: { top: { style: BorderStyle.SINGLE, size: 12, color: '3049CF' } } }),
      ]
    case 'heading':
      return [
        new Paragraph({ text: block.text, heading: headingLevels[block.level ?? 1] }),
        ...(block.note ? [muted(block.note, { keepNext: true })] : []),
      ]
    case 'paragraph':
      return [block.isMuted ? muted(block.text) : new Paragraph({ text: block.text })]
    case 'list':
      return block.items.map(
        (text) =>
          new Paragraph({
            text,
            ...(block.isNumbered ? { numbering: { reference: `list-${index}`, level: 0 } } : { bullet: { level: 0 } }),
          }),
      )
    case 'facts':
      return [factTable(block.items, inner), space()]
    case 'table':
      return [wordTable(block.columns, block.rows, inner), space()]
    case 'signatures':
      return [space(), signatureTable(block.labels, inner)]
    case 'new-page':
      return [new Paragraph({ pageBreakBefore: true })]
    case 'drawing':
      return []
  }
}

function muted(text: string, more: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ ...more, children: [new TextRun({ text, color: '5D6678', size: 18 })] })
}

function space(): Paragraph {
  return new Paragraph({ spacing: { after: 60 } })
}

function numbering(index: number) {
  const style = { paragraph: { indent: { left: 420, hanging: 420 } } }
  return {
    reference: `list-${index}`,
    levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.LEFT, style }],
  }
}

function footer({ text, page: words }: { text: string; page: string }, inner: number): Footer {
  const numbers = words.split(/(\{pages?\})/).map((part) => {
    if (part === '{page}') return PageNumber.CURRENT
    return part === '{pages}' ? PageNumber.TOTAL_PAGES : part
  })
  const run = { size: 16, color: '5D6678' }
  return new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: inner }],
        children: [new TextRun({ ...run, text }), new TextRun({ ...run, children: ['\t', ...numbers] })],
      }),
    ],
  })
}
