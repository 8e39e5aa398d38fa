/** Whole numbers below a bound, the same ones for the same seed (sfc32). */
export function dealer(seed: number): (bound: number) => number {
  let [a, b, c, d] = [0x9e3779b9, 0x243f6a88, 0xb7e15162, (seed ^ 0xdeadbeef) | 0]
  const next = () => {
    const t = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + t) | 0
    return t >>> 0
  }
  for (let warm = 0; warm < 15; warm += 1) next()
  return (bound) => Math.floor((next() / 0x1_0000_0000) * bound)
}
