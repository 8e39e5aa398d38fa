export type Suggestion = { readonly text: string; readonly isCall: boolean }

const most = 6

/** The word the caret stands in or behind. */
export function wordAt(formula: string, caret: number): { start: number; end: number; word: string } {
  const isPart = (letter: string | undefined) => letter !== undefined && /[\p{L}\p{M}\p{Nd}_]/u.test(letter)
  let start = Math.min(caret, formula.length)
  while (start > 0 && isPart(formula[start - 1])) start -= 1
  let end = Math.min(caret, formula.length)
  while (isPart(formula[end])) end += 1
  return { start, end, word: formula.slice(start, end) }
}

/** Names and functions that begin with, else contain, what is being typed; none for a word that is whole already. */
export function suggestions(
  formula: string,
  caret: number,
  names: readonly string[],
  calls: readonly string[],
): Suggestion[] {
  const { word, end } = wordAt(formula, caret)
  if (word === '' || /^\p{Nd}/u.test(word)) return []
  const wanted = word.toLowerCase()
  const isAfterCall = formula[end] === '('
  const all = [
    ...names.map((text) => ({ text, isCall: false })),
    ...(isAfterCall ? [] : calls.map((text) => ({ text, isCall: true }))),
  ]
  if (all.some(({ text, isCall }) => !isCall && text.toLowerCase() === wanted)) return []
  const begin = all.filter(({ text }) => text.toLowerCase().startsWith(wanted))
  const within = all.filter(
    ({ text }) => text.toLowerCase().includes(wanted, 1) && !begin.some((one) => one.text === text),
  )
  return [...begin, ...within].slice(0, most)
}
