/**
 * The stem of a lower-case English word, lightly: plural and tense endings, -ion and -ment go, and a final e; so that
 * "inspects", "inspected", "inspecting" and "inspection" meet. Words of up to three letters, and with digits, stay.
 */
export function stem(word: string): string {
  if (word.length <= 3 || !/^[a-z]+$/.test(word)) return word
  return withoutFinalE(withoutNounEnding(withoutTense(withoutPlural(word))))
}

function withoutPlural(word: string): string {
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`
  if (/(?:s|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2)
  if (word.endsWith('s') && !/(?:ss|us|is)$/.test(word)) return word.slice(0, -1)
  return word
}

function withoutTense(word: string): string {
  if (word.endsWith('ied') && word.length > 4) return `${word.slice(0, -3)}y`
  const bare = word.endsWith('ing') ? word.slice(0, -3) : word.endsWith('ed') ? word.slice(0, -2) : word
  if (bare === word || bare.length < 3 || !/[aeiouy]/.test(bare)) return word
  return /([bdfgmnprt])\1$/.test(bare) ? bare.slice(0, -1) : bare
}

function withoutNounEnding(word: string): string {
  if (word.length > 6 && /[st]ion$/.test(word)) return word.slice(0, -3)
  if (word.length > 7 && word.endsWith('ment')) return word.slice(0, -4)
  return word
}

function withoutFinalE(word: string): string {
  return word.length > 3 && word.endsWith('e') ? word.slice(0, -1) : word
}
