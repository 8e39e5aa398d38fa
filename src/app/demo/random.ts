/** Reproducible chance (mulberry32): the same seed tells the same story. */
export type Chance = {
  next(): number
  below(limit: number): number
  happens(probability: number): boolean
  among<T>(list: readonly T[]): T
}

export function chance(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    next,
    below,
    happens: (probability) => next() < probability,
    among: (list) => {
      const picked = list[below(list.length)]
      if (picked === undefined) throw new RangeError('nothing to choose from')
      return picked
    },
  }
}
