export type AccountFault = 'length' | 'digits' | 'check'

/** Digits alone, without the spaces a card is printed with. */
export function bareNumber(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\s-]/g, '')
}

/**
 * What is wrong with the number of a bank card, if anything: digits only, 16 to 19 of them, and the check digit by Luhn
 * (GB/T 14504, ISO/IEC 7812). Passbook numbers of 8 to 15 digits have no check digit.
 */
export function accountFault(text: string): AccountFault | null {
  const number = bareNumber(text)
  if (!/^\d+$/.test(number)) return 'digits'
  if (number.length < 8 || number.length > 19) return 'length'
  if (number.length < 16) return null
  const sum = [...number].toReversed().reduce((total, digit, at) => {
    const doubled = Number(digit) * (at % 2 === 1 ? 2 : 1)
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return sum % 10 === 0 ? null : 'check'
}
