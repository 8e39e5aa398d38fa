import { bigPowerOfTen, ofBigUnits, ofUnits, unitsOf, type Decimal } from './decimal.ts'
import { limits } from './limits.ts'

/** Reads `-12.50`; undefined for anything else (`1e3`, `1,000`, ` 1`, `.5`, `01` are not decimals here). */
export function readDecimal(text: string): Decimal | undefined {
  if (text.length > limits.digits + 2 || !/^-?(0|[1-9]\d*)(\.\d+)?$/.test(text)) return undefined
  const point = text.indexOf('.')
  const digits = point < 0 ? text : text.slice(0, point) + text.slice(point + 1)
  const scale = point < 0 ? 0 : text.length - point - 1
  return digits.length <= 15 ? ofUnits(Number(digits) + 0, scale) : ofBigUnits(BigInt(digits), scale)
}

/** For constants of the program and of laws: throws RangeError where the text is no decimal. */
export function decimal(text: string): Decimal {
  const value = readDecimal(text)
  if (!value) throw new RangeError(`not a decimal: ${text}`)
  return value
}

/** The shortest exact text: `12.5` for 12.50, never with an exponent. */
export function decimalText(value: Decimal): string {
  const text = plainText(unitsOf(value), value.scale)
  if (!text.includes('.')) return text
  let end = text.length
  while (text[end - 1] === '0') end -= 1
  return text.slice(0, text[end - 1] === '.' ? end - 1 : end)
}

/** With exactly so many decimals. Throws RangeError when the number has more of them: round it first. */
export function fixedText(value: Decimal, decimals: number): string {
  const units = unitsOf(value)
  if (value.scale <= decimals) return plainText(units * bigPowerOfTen(decimals - value.scale), decimals)
  const unit = bigPowerOfTen(value.scale - decimals)
  if (units % unit !== 0n) throw new RangeError(`more than ${decimals} decimals: ${decimalText(value)}`)
  return plainText(units / unit, decimals)
}

function plainText(units: bigint, scale: number): string {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0')
  const sign = units < 0n ? '-' : ''
  return scale === 0 ? sign + digits : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`
}
