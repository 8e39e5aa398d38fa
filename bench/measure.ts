export type Figure = {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly bar: string
  readonly isMet: boolean
  readonly detail?: Record<string, unknown>
}

export function figure(
  name: string,
  value: number,
  unit: string,
  bar: { atLeast: number } | { atMost: number },
  detail?: Record<string, unknown>,
): Figure {
  const isMet = 'atLeast' in bar ? value >= bar.atLeast : value <= bar.atMost
  const text = 'atLeast' in bar ? `≥ ${bar.atLeast}` : `≤ ${bar.atMost}`
  return {
    name,
    value: Math.round(value * 1000) / 1000,
    unit,
    bar: `${text} ${unit}`,
    isMet,
    ...(detail ? { detail } : {}),
  }
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

/** The value below which a part of the values lies; 0.95 gives p95. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}

export async function seconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000
}
