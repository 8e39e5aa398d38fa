export type PasswordFault = 'too-short' | 'too-common'

export type PasswordRules = {
  /** Characters, counted as people see them. */
  readonly minLength: number
  /** Passwords met in leaks, in lower case. */
  readonly common: ReadonlySet<string>
  /** Names of the company, the person and the product: a password made of one of them is guessed first. */
  readonly context: readonly string[]
}

/** The least a password needs, whatever the company's setting says. */
export const shortestPassword = 8

/** Why a password can't be taken, or null. No rules of composition: they make worse passwords (NIST SP 800-63B). */
export function passwordFault(password: string, { minLength, common, context }: PasswordRules): PasswordFault | null {
  const plain = password.normalize('NFKC').toLowerCase()
  if ([...plain].length < Math.max(shortestPassword, minLength)) return 'too-short'
  const bare = plain.replace(/^[\d\W_]+|[\d\W_]+$/gu, '')
  if (common.has(plain) || isRegular(plain)) return 'too-common'
  if (bare !== '' && plain.length - bare.length <= 6 && common.has(bare)) return 'too-common'
  const rest = words(context).reduce((left, word) => left.replaceAll(word, ''), plain)
  return rest !== plain && [...rest].length < shortestPassword ? 'too-common' : null
}

/** Fewer than five different characters, one piece over and over, or a run along the alphabet, the digits or the keys. */
function isRegular(text: string): boolean {
  if (new Set(text).size < 5) return true
  if (/^(.{1,6})\1+$/u.test(text)) return true
  return text.split('').every((letter, at) => at === 0 || run.includes(`${text[at - 1]}${letter}`))
}

const lines = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', '`1234567890-=']
const both = [...lines, ...lines.map((line) => [...line].toReversed().join(''))].join(' ')
/** Neighbours along any line, with the ends of the lines joined: `qwertyuiopasdfghjkl` is one run. */
const run = `${both} ${lines.slice(2, 5).join('')} ${lines[0]?.repeat(2)} ${lines[1]?.slice(0, 10).repeat(2)}`

function words(context: readonly string[]): string[] {
  return context
    .flatMap((text) => [text, ...text.split(/[\s@.,_/-]+/u)])
    .map((word) => word.normalize('NFKC').toLowerCase())
    .filter((word) => [...word].length >= 3 || /\p{Script=Han}{2}/u.test(word))
    .sort((a, b) => b.length - a.length)
}
