/** Marks of a unified social credit code in the order of their values, and the weights of its first 17: GB 32100-2015. */
const marks = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/** The code as it is kept: without spaces, capitals. */
export function plainCreditCode(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\s-]/g, '').toUpperCase()
}

/** True for 18 marks of the right kind whose last one checks the others. */
export function isCreditCode(text: string): boolean {
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(text)) return false
  const sum = weights.reduce((total, weight, at) => total + weight * marks.indexOf(text[at] ?? ''), 0)
  return marks[(31 - (sum % 31)) % 31] === text[17]
}
