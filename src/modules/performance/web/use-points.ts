import { useFormat } from '#web/format'

export type Points = {
  /** 9235 as `92.35`; a dash without a score. */
  score(hundredths: number | null): string
  /** 1234 ‱ as `12.34%`. */
  weight(permyriad: number): string
}

/** Scores and weights as this reader writes them; a second decimal only where it is needed. */
export function usePoints(): Points {
  const f = useFormat()
  const places = (hundredths: number) => (hundredths % 100 === 0 ? 0 : hundredths % 10 === 0 ? 1 : 2)
  return {
    score: (hundredths) => (hundredths === null ? '—' : f.number(hundredths / 100, places(hundredths))),
    weight: (permyriad) => `${f.number(permyriad / 100, places(permyriad))}%`,
  }
}
