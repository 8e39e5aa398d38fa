/**
 * A decimal as plain text without needless zeros, so that money never passes through a float: "1,501.50" -> "1501.5",
 * "30%" -> "0.3", "5‰" -> "0.005", "￥12" -> "12". Accountants' brackets for a minus aren't read.
 */
export function decimalIn(text: string): string | undefined {
  const match = /^([+-]?)[¥$]?(\d+|\d{1,3}(?:,\d{3})+)?(?:\.(\d*))?(?:e([+-]?\d{1,2}))?([%‰]?)$/.exec(plainNumber(text))
  if (!match) return undefined
  const [, sign, whole = '', fraction = '', exponent = '0', share] = match
  if (whole === '' && fraction === '') return undefined
  const digits = whole.replaceAll(',', '') + fraction
  if (digits.length > 60) return undefined
  const places = fraction.length - Number(exponent) + (share === '%' ? 2 : share === '‰' ? 3 : 0)
  const plain = pointed(digits, places)
  return sign === '-' && plain !== '0' ? `-${plain}` : plain
}

/** A whole number within ±2^53; "12.0" and "1,200" are whole, "30%" isn't. */
export function integerIn(text: string): number | undefined {
  const decimal = decimalIn(text)
  if (decimal === undefined || /[%‰]$/.test(plainNumber(text)) || decimal.includes('.')) return undefined
  return Number.isSafeInteger(Number(decimal)) ? Number(decimal) : undefined
}

function plainNumber(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/[−–—]/g, '-').replaceAll(/\s+/g, '')
}

/** The digits with the point `places` from the right; negative places add zeros. */
function pointed(digits: string, places: number): string {
  const padded = places < 0 ? digits + '0'.repeat(-places) : digits.padStart(places + 1, '0')
  const cut = padded.length - Math.max(places, 0)
  const whole = padded.slice(0, cut).replace(/^0+(?=\d)/, '')
  const fraction = padded.slice(cut).replace(/0+$/, '')
  return fraction === '' ? whole : `${whole}.${fraction}`
}
