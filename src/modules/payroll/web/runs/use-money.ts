import { useFormat } from '#web/format'

const signs: Readonly<Record<string, string>> = { SGD: 'S$', HKD: 'HK$', USD: 'US$' }

/** An amount in the currency of its run. */
export function useMoney(): (fen: number, currency?: string) => string {
  const f = useFormat()
  return (fen, currency = 'CNY') => f.money(fen).replace('¥', signs[currency] ?? '¥')
}
