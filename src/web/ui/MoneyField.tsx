import { NumberField, type NumberFieldProps } from './NumberField.tsx'

export type MoneyFieldProps = Omit<
  NumberFieldProps,
  'value' | 'defaultValue' | 'onChange' | 'minValue' | 'maxValue' | 'step' | 'unit'
> & {
  /** Whole fen, `null` is empty. */
  valueFen?: number | null
  onChangeFen?: (valueFen: number | null) => void
  minFen?: number
  maxFen?: number
}

/** Money is shown in yuan with two places and travels as whole fen. */
export function MoneyField({ valueFen, onChangeFen, minFen, maxFen, ...rest }: MoneyFieldProps) {
  return (
    <NumberField
      prefix="¥"
      {...rest}
      value={yuan(valueFen)}
      minValue={yuan(minFen) ?? undefined}
      maxValue={yuan(maxFen) ?? undefined}
      onChange={(value) => onChangeFen?.(value === null ? null : Math.round(value * 100))}
      formatOptions={{ minimumFractionDigits: 2, maximumFractionDigits: 2 }}
    />
  )
}

function yuan(fen: number | null | undefined) {
  return typeof fen === 'number' ? fen / 100 : fen
}
