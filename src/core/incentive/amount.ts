/** Pieces, yuan or marks in thousandths: safe integers. */
export type Milli = number

/** A measure as a fact tells it, in thousandths, half away from zero; `isFen` when it holds fen. */
export function milliOf(value: number, isFen = false): Milli {
  const scaled = Math.abs(value) * (isFen ? 10 : 1000)
  // 1.0005 is stored a little below itself: what JSON shows is what counts
  return Math.sign(value) * Math.floor(Number(scaled.toFixed(6)) + 0.5)
}

/** a × b ÷ c, exact, half away from zero. */
export function portion(a: number, b: number, c: number): number {
  const product = BigInt(a) * BigInt(b)
  const [over, under] = [product < 0n ? -product : product, BigInt(c)]
  const result = Number((2n * over + under) / (2n * under))
  return product < 0n && result !== 0 ? -result : result
}

/** Fen that pieces (in thousandths) bring at so much a piece. */
export function piecesPaid(milli: Milli, fen: number): number {
  return portion(milli, fen, 1000)
}

/** Fen that an amount of yuan (in thousandths) brings at a part in millionths. */
export function partPaid(milli: Milli, millionths: number): number {
  return portion(milli, millionths, 10_000_000)
}
