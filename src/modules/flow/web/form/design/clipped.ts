/** As much of a text in each language as fits; languages with nothing but spaces are left out. */
export function clipped(text: Readonly<Record<string, string>>, maxLength: number): Record<string, string> {
  return Object.fromEntries(
    Object.entries(text).flatMap(([language, one]) => (one.trim() === '' ? [] : [[language, one.slice(0, maxLength)]])),
  )
}
