import { chineseWords, englishStopWords } from './stop-words.ts'
import { stem } from './stem.ts'

/** A word, or one character of a script that is written without spaces; `from` and `until` are places in the text. */
export type Token = {
  readonly term: string
  readonly from: number
  readonly until: number
  /** Which unbroken run of characters it stands in: two neighbours of one run make a pair. 0 for a word. */
  readonly run: number
}

/**
 * The tokens that carry meaning, in their order. Case, full and half width, accents and punctuation make no difference;
 * stop words are left out, unless there is nothing else.
 */
export function tokensOf(text: string): Token[] {
  const raw = rawTokens(text)
  const telling = withoutStopWords(raw)
  return telling.length > 0 ? telling : raw.map(stemmed)
}

/** What a statement is compared by: each token, and each pair of neighbouring characters. */
export function termsOf(tokens: readonly Token[]): string[] {
  const terms: string[] = []
  let before: Token | undefined
  for (const token of tokens) {
    terms.push(token.term)
    if (before && token.run > 0 && token.run === before.run) terms.push(before.term + token.term)
    before = token
  }
  return terms
}

/**
 * The same for statements that hold the same words in whatever order; '' when there is too little to tell: two or three
 * Chinese characters in another order are another word (产生, 生产).
 */
export function wordingOf(tokens: readonly Token[]): string {
  if (tokens.length < 4 && tokens.every((token) => token.run > 0)) return ''
  return tokens
    .map((token) => token.term)
    .sort()
    .join(' ')
}

const unspaced = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Khmr}\p{sc=Laoo}\p{sc=Mymr}]/u
const wordSign = /[\p{L}\p{N}]/u
const mark = /\p{M}/u

function rawTokens(text: string): Token[] {
  const tokens: Token[] = []
  let word = ''
  let wordFrom = 0
  let run = 1
  let at = 0
  const endWord = () => {
    if (word) tokens.push({ term: word, from: wordFrom, until: at, run: 0 })
    word = ''
  }
  for (const sign of text) {
    const plain = plainSign(sign)
    if (isUnspaced(plain)) {
      endWord()
      tokens.push({ term: plain, from: at, until: at + sign.length, run })
    } else if (plain !== '') {
      if (isWordSign(plain)) {
        if (!word) wordFrom = at
        word += plain
      } else endWord()
      run += 1
    }
    at += sign.length
  }
  endWord()
  return tokens
}

/** The sign in lower case and half width and without its accents; '' for a mark that belongs to the sign before. */
function plainSign(sign: string): string {
  const code = sign.charCodeAt(0)
  if (code < 0x80) return code >= 0x41 && code <= 0x5a ? sign.toLowerCase() : sign
  if (code >= 0x4e00 && code <= 0x9fff) return sign
  const whole = sign.normalize('NFKC').toLowerCase()
  const base = whole.normalize('NFKD')[0] ?? ''
  if (base >= 'a' && base <= 'z' && whole.length === 1) return base
  return mark.test(whole) && !wordSign.test(whole) ? '' : whole
}

function isUnspaced(plain: string): boolean {
  const code = plain.charCodeAt(0)
  if (code < 0x80) return false
  return (code >= 0x4e00 && code <= 0x9fff) || (plain !== '' && unspaced.test(plain))
}

function isWordSign(plain: string): boolean {
  const code = plain.charCodeAt(0)
  if (code < 0x80 && plain.length === 1) return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39)
  return wordSign.test(plain)
}

function withoutStopWords(raw: readonly Token[]): Token[] {
  const kept: Token[] = []
  let parts = 0
  for (let at = 0; at < raw.length; at += 1) {
    const token = raw[at] as Token
    if (token.run === 0) {
      if (!englishStopWords.has(token.term)) kept.push(stemmed(token))
      continue
    }
    const word = chineseWordAt(raw, at)
    const kind = word ? chineseWords.get(word) : undefined
    const length = word?.length ?? 1
    // a fraction keeps the runs on both sides of a parting word apart
    if (kind === 'part') parts = (parts + 1) % 1000
    else if (kind !== 'drop')
      for (const sign of raw.slice(at, at + length)) kept.push({ ...sign, run: sign.run + parts / 1000 })
    at += length - 1
  }
  return kept
}

function stemmed(token: Token): Token {
  return token.run > 0 ? token : { ...token, term: stem(token.term) }
}

const wordsByFirst: ReadonlyMap<string, readonly string[]> = Map.groupBy(
  [...chineseWords.keys()].sort((a, b) => b.length - a.length),
  (word) => word[0] ?? '',
)

/** The longest listed word that begins at this character. */
function chineseWordAt(raw: readonly Token[], at: number): string | undefined {
  const first = raw[at] as Token
  return wordsByFirst
    .get(first.term)
    ?.find((word) =>
      [...word].every((sign, offset) => raw[at + offset]?.term === sign && raw[at + offset]?.run === first.run),
    )
}
