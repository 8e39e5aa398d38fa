/** The pages to offer around the present one; `null` stands for a gap of at least two. First and last are always there. */
export function pageNumbers(page: number, pageCount: number, around = 1): (number | null)[] {
  const wanted = new Set([1, pageCount])
  for (let n = page - around; n <= page + around; n++) if (n >= 1 && n <= pageCount) wanted.add(n)
  const sorted = [...wanted].sort((a, b) => a - b)
  return sorted.flatMap((n, at) => {
    const before = sorted[at - 1]
    if (before === undefined || n - before === 1) return [n]
    return n - before === 2 ? [n - 1, n] : [null, n]
  })
}
