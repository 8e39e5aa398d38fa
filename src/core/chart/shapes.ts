/** Colours by what they mean; who draws knows what they look like, in light and in dark. */
export type Paint =
  | 'canvas'
  | 'surface'
  | 'sunken'
  | 'line'
  | 'line-strong'
  | 'text'
  | 'muted'
  | 'faint'
  | 'primary'
  | 'primary-soft'
  | 'primary-line'
  | 'primary-text'
  | Tone
  | `${Tone}-soft`
  | `${Tone}-line`
  | `${Tone}-text`
export type Tone = 'green' | 'amber' | 'red' | 'sky' | 'violet' | 'teal' | 'gray'

/** What a chart is drawn with, on a screen, in a picture or on paper. Lengths in px; `y` of a text is its base line. */
export type Shape =
  | {
      readonly kind: 'box'
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
      readonly radius: number
      readonly fill?: Paint
      readonly stroke?: Paint
      readonly strokeWidth?: number
      readonly isDashed?: boolean
    }
  | {
      readonly kind: 'text'
      readonly x: number
      readonly y: number
      readonly text: string
      readonly size: number
      readonly isBold?: boolean
      readonly fill: Paint
      readonly anchor?: 'start' | 'middle' | 'end'
    }
  | {
      readonly kind: 'line'
      /** x y of each corner. */
      readonly points: readonly number[]
      readonly stroke: Paint
      readonly strokeWidth?: number
      readonly isDashed?: boolean
    }

/** A finished picture: its shapes lie within its width and height, later ones on top. */
export type Drawing = { readonly width: number; readonly height: number; readonly shapes: readonly Shape[] }

/** The same shape elsewhere. */
export function moved(shape: Shape, x: number, y: number): Shape {
  if (shape.kind === 'line')
    return { ...shape, points: shape.points.map((value, at) => value + (at % 2 === 0 ? x : y)) }
  return { ...shape, x: shape.x + x, y: shape.y + y }
}
