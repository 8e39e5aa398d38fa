/** Measures a text in the font and size at hand, in points. */
export type Measure = (text: string) => number

/**
 * Breaks a text into lines no wider than `width`. Chinese may break between any two characters, but no line begins with
 * a closing mark or ends with an opening one; Latin breaks at spaces; a word wider than the line is cut.
 */
export function wrap(text: string, width: number, measure: Measure): string[] {
  return text.split(/\r?\n/).flatMap((paragraph) => wrapParagraph(paragraph, width, measure))
}

/** The first `limit` lines; when there are more, the last kept one ends in an ellipsis and still fits. */
export function cutLines(lines: readonly string[], limit: number, width: number, measure: Measure): string[] {
  if (lines.length <= limit) return [...lines]
  const kept = lines.slice(0, limit)
  const last = [...(kept.at(-1) ?? '').trimEnd()]
  while (last.length > 0 && measure(`${last.join('')}…`) > width) last.pop()
  return [...kept.slice(0, -1), `${last.join('').trimEnd()}…`]
}

const wide = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]`
const opening = String.raw`[(\[{“‘（［｛〔〈《「『【]`
const closing = String.raw`[)\]},.;:!?%…”’、。，．；：！？％）］｝〕〉》」』】·—～]`
const unit = new RegExp(`\\s+|${opening}*(?:${wide}|(?:(?!${wide}|${opening})\\S)+|${opening})${closing}*`, 'gu')

function wrapParagraph(text: string, width: number, measure: Measure): string[] {
  const lines: string[] = []
  let line = ''
  let used = 0
  const end = () => {
    lines.push(line.trimEnd())
    line = ''
    used = 0
  }
  for (const [part] of text.matchAll(unit)) {
    const partWidth = measure(part)
    if (used + measure(part.trimEnd()) > width && line !== '') end()
    if (line === '' && lines.length > 0 && part.trim() === '') continue
    if (partWidth <= width) {
      line += part
      used += partWidth
      continue
    }
    for (const letter of part) {
      const letterWidth = measure(letter)
      if (used + letterWidth > width && line !== '') end()
      line += letter
      used += letterWidth
    }
  }
  if (line !== '' || lines.length === 0) end()
  return lines
}
