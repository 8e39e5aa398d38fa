/** How wide a text is in px at a size. */
export type Measure = (text: string, size: number, isBold: boolean) => number

/** Without a font at hand: widths as common sans-serif faces have them, rather too wide than too narrow. */
export const roughMeasure: Measure = (text, size, isBold) => {
  let ems = 0
  for (const letter of text) ems += emsOf(letter)
  return ems * size * (isBold ? 1.06 : 1)
}

/** As much of a text as fits into a width, with an ellipsis where it was cut. */
export function fitText(text: string, width: number, size: number, isBold: boolean, measure: Measure): string {
  if (measure(text, size, isBold) <= width) return text
  const letters = [...text]
  let fits = 0
  let tooMany = letters.length
  while (fits + 1 < tooMany) {
    const half = (fits + tooMany) >> 1
    if (measure(`${letters.slice(0, half).join('').trimEnd()}…`, size, isBold) <= width) fits = half
    else tooMany = half
  }
  return fits === 0 ? '' : `${letters.slice(0, fits).join('').trimEnd()}…`
}

function emsOf(letter: string): number {
  const code = letter.codePointAt(0) ?? 0
  if (code >= 0x2e80 || code === 0x2014 || code === 0x2026) return 1
  if (/[ilj.,:;|'!I]/.test(letter)) return 0.3
  if (/[ frt()[\]/-]/.test(letter)) return 0.4
  if (/[mwMW@%]/.test(letter)) return 0.92
  if (/[A-Z&]/.test(letter)) return 0.7
  return 0.58
}
