import type { Drawing, Paint, Shape } from './shapes.ts'

export type Dress = { readonly colours: Readonly<Record<Paint, string>>; readonly fontFamily: string }

/** A picture as the text of an SVG file that stands on its own. `title` is what screen readers call it. */
export function svgOf(drawing: Drawing, dress: Dress, title: string): string {
  const width = Math.ceil(drawing.width)
  const height = Math.ceil(drawing.height)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`,
    ` role="img" font-family="${escaped(dress.fontFamily)}"><title>${escaped(title)}</title>`,
    `<rect width="100%" height="100%" fill="${dress.colours.canvas}"/>`,
    ...drawing.shapes.map((shape) => elementOf(shape, dress.colours)),
    '</svg>',
  ].join('')
}

function elementOf(shape: Shape, colours: Dress['colours']): string {
  if (shape.kind === 'text') {
    const weight = shape.isBold ? ' font-weight="600"' : ''
    const anchor = shape.anchor && shape.anchor !== 'start' ? ` text-anchor="${shape.anchor}"` : ''
    return `<text x="${short(shape.x)}" y="${short(shape.y)}" font-size="${shape.size}"${weight}${anchor} fill="${colours[shape.fill]}">${escaped(shape.text)}</text>`
  }
  const dash = shape.isDashed ? ' stroke-dasharray="5 4"' : ''
  const width = ` stroke-width="${shape.strokeWidth ?? 1}"`
  if (shape.kind === 'line') {
    const corners = shape.points.map(short)
    const steps = Array.from({ length: corners.length / 2 }, (_none, at) => `${corners[at * 2]} ${corners[at * 2 + 1]}`)
    return `<path d="M${steps.join('L')}" fill="none" stroke="${colours[shape.stroke]}"${width}${dash}/>`
  }
  const fill = shape.fill ? colours[shape.fill] : 'none'
  const stroke = shape.stroke ? ` stroke="${colours[shape.stroke]}"${width}${dash}` : ''
  return `<rect x="${short(shape.x)}" y="${short(shape.y)}" width="${short(shape.width)}" height="${short(shape.height)}" rx="${shape.radius}" fill="${fill}"${stroke}/>`
}

function short(value: number): string {
  return String(Math.round(value * 10) / 10)
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escaped(text: string): string {
  // what XML cannot hold at all (most control characters) would spoil the whole file
  return (
    text
      // oxlint-disable-next-line no-control-regex -- they are what is taken out
      .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
      .replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? sign)
  )
}
