import { isDay, type Day } from '#core/calendar'

/**
 * Weights of the first 17 digits of a resident identity number and the check marks by remainder: GB 11643-1999,
 * which takes them from ISO 7064 MOD 11-2.
 */
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checkMarks = '10X98765432'

/** The number as it is kept: without spaces, capital X. */
export function plainIdNumber(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\s-]/g, '').toUpperCase()
}

/** True for a mainland resident identity number: 18 places, a birthday that existed, a right check mark. */
export function isResidentId(text: string): boolean {
  if (!/^[1-9]\d{16}[\dX]$/.test(text) || birthDayOf(text) === null) return false
  const sum = weights.reduce((total, weight, at) => total + weight * Number(text[at]), 0)
  return checkMarks[sum % 11] === text[17]
}

/** Also papers of other places, which begin with letters: passports, travel permits. */
export function isIdNumber(text: string): boolean {
  return isResidentId(text) || /^[A-Z]{1,3}\d{5,17}$/.test(text)
}

/** The day of birth a resident number tells, or null. */
export function birthDayOf(text: string): Day | null {
  const match = /^\d{6}((?:19|20)\d{2})(\d{2})(\d{2})[\dX]{4}$/.exec(text)
  const on = match ? `${match[1]}-${match[2]}-${match[3]}` : ''
  return isDay(on) ? on : null
}

/** Its last place but one is odd for men and even for women. */
export function genderOf(text: string): 'female' | 'male' | null {
  if (birthDayOf(text) === null) return null
  return Number(text[16]) % 2 === 1 ? 'male' : 'female'
}

/** What may be shown of it: the first three and the last two places. */
export function maskedIdNumber(text: string): string {
  return text.length < 8
    ? '*'.repeat(text.length)
    : `${text.slice(0, 3)}${'*'.repeat(text.length - 5)}${text.slice(-2)}`
}
