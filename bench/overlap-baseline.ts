/** Plain TF-IDF cosine as in any textbook: lower-case words, no stop words, no stems. What `core/overlap` is compared with. */
export function plainTfIdf(texts: readonly string[]) {
  const vectors = texts.map(countWords)
  const frequency = new Map<string, number>()
  for (const vector of vectors) for (const word of vector.keys()) frequency.set(word, (frequency.get(word) ?? 0) + 1)
  const postings = new Map<string, { at: number; weight: number }[]>()
  for (const [at, vector] of vectors.entries()) {
    weigh(vector, frequency, texts.length)
    for (const [word, weight] of vector) postings.set(word, [...(postings.get(word) ?? []), { at, weight }])
  }
  return (at: number, top: number, isOwn: (other: number) => boolean): number[] => {
    const scores = new Float64Array(texts.length)
    for (const [word, weight] of vectors[at] ?? [])
      for (const other of postings.get(word) ?? []) scores[other.at] = (scores[other.at] ?? 0) + weight * other.weight
    return [...scores.keys()]
      .filter((other) => (scores[other] ?? 0) > 0 && !isOwn(other))
      .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b)
      .slice(0, top)
  }
}

function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of text.toLowerCase().match(/[a-z0-9]+/g) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

function weigh(vector: Map<string, number>, frequency: ReadonlyMap<string, number>, count: number): void {
  let squares = 0
  for (const [word, times] of vector) {
    const weight = times * Math.log(count / (frequency.get(word) ?? 1))
    vector.set(word, weight)
    squares += weight * weight
  }
  for (const [word, weight] of vector) vector.set(word, weight / (Math.sqrt(squares) || 1))
}
