/**
 * A document as plain values: what stands in it, not how it looks. The same one becomes a PDF (`#kernel/pdf`) or a Word
 * file (`#kernel/docx`), and it can be handed to a worker.
 */
export type PaperDocument = {
  readonly title: string
  /** Of the words in it: which language a reader's voice and a spelling checker take. */
  readonly language: string
  /** The only date in the file's properties; the same document with the same date gives the same bytes as a PDF. */
  readonly createdAt: Date
  readonly author?: string
  /** At the foot of each page: a text on the left, and the page's number in words such as `{page} / {pages}`. */
  readonly footer?: { readonly text: string; readonly page: string }
  readonly isLandscape?: boolean
  readonly blocks: readonly Block[]
}

export type Block =
  | { readonly kind: 'title'; readonly text: string; readonly note?: string }
  | { readonly kind: 'heading'; readonly text: string; readonly level?: 1 | 2 | 3; readonly note?: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly isMuted?: boolean }
  | { readonly kind: 'list'; readonly items: readonly string[]; readonly isNumbered?: boolean }
  | { readonly kind: 'facts'; readonly items: readonly Fact[] }
  | { readonly kind: 'table'; readonly columns: readonly TableColumn[]; readonly rows: readonly (readonly string[])[] }
  /** Lines to sign on by hand. */
  | { readonly kind: 'signatures'; readonly labels: readonly string[] }
  | { readonly kind: 'new-page' }
  | Drawing

export type Fact = { readonly label: string; readonly value: string }
export type TableColumn = {
  readonly title: string
  /** Part of the table's width, against the others'; 1 unless told. */
  readonly share?: number
  readonly align?: 'left' | 'right'
}

/**
 * A drawing on a page of its own, in points (1/72 inch) from its upper left corner. A page of `widthPt` × `heightPt`
 * is made for it, so many drawings are many pages. Only in a PDF.
 */
export type Drawing = {
  readonly kind: 'drawing'
  readonly widthPt: number
  readonly heightPt: number
  readonly marks: readonly Mark[]
}

export type Mark =
  | ({ readonly mark: 'line'; readonly points: readonly (readonly [number, number])[] } & Stroke)
  | ({
      readonly mark: 'rect'
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
      readonly radius?: number
      readonly fill?: string
    } & Stroke)
  /** `d` as in SVG. */
  | ({ readonly mark: 'path'; readonly d: string; readonly fill?: string } & Stroke)
  | {
      readonly mark: 'text'
      readonly text: string
      /** Left edge, middle or right edge of the text, by `align`. */
      readonly x: number
      /** Upper edge of the first line. */
      readonly y: number
      readonly sizePt: number
      readonly color?: string
      readonly isBold?: boolean
      readonly align?: 'left' | 'center' | 'right'
      /** Wraps at this width; what does not fit `lines` ends in an ellipsis. */
      readonly widthPt?: number
      readonly lines?: number
    }

type Stroke = { readonly stroke?: string; readonly strokePt?: number; readonly dash?: readonly [number, number] }
