import { useFormat } from '#web/format'

type Props = { isMoney: boolean; value: number | null }

/** A number as its field shows it; money comes in fen. */
export function Bound({ isMoney, value }: Props) {
  const f = useFormat()
  return value === null ? '–' : isMoney ? f.money(value) : f.number(value)
}
