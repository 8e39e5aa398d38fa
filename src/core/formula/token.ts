import { isDay, numberOf } from '../calendar/index.ts'
import { readDecimal } from './decimal-text.ts'
import type { Decimal } from './decimal.ts'
import { limits } from './limits.ts'
import { fault } from './problem.ts'
import { placeOf, type Range } from './range.ts'

export type Token = Range &
  (
    | { readonly kind: 'number'; readonly value: Decimal }
    | { readonly kind: 'date'; readonly value: number }
    | { readonly kind: 'text'; readonly value: string }
    /** `isQuoted` when written in brackets: then it is never a function or TRUE. */
    | { readonly kind: 'name'; readonly value: string; readonly isQuoted: boolean }
    | { readonly kind: 'sign'; readonly value: string }
    | { readonly kind: 'end' }
  )

const signs: ReadonlySet<string> = new Set(['<>', '!=', '<=', '>=', '==', ...'+-*/^&=<>%(),;{}.'])
const alike: Readonly<Record<string, string>> = {
  '×': '*',
  '÷': '/',
  '−': '-',
  '≤': '<=',
  '≥': '>=',
  '≠': '<>',
  '、': ',',
}
const closing: Readonly<Record<string, string>> = { '"': '"', "'": "'", '“': '”', '‘': '’' }

/** Cuts a formula into tokens. Full-width letters, digits and signs count as the plain ones outside of texts. */
export function tokensOf(source: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < source.length) {
    const letter = foldedAt(source, at)
    if (letter === ' ' || letter === '\n' || letter === '\r' || letter === '\t') at += 1
    else {
      const token = tokenAt(source, at, letter)
      tokens.push(token)
      at = token.end
    }
    if (tokens.length > 4 * limits.parts) throw fault('too-many-parts', { limit: limits.parts })
  }
  tokens.push({ kind: 'end', start: source.length, end: source.length })
  return tokens
}

function tokenAt(source: string, start: number, letter: string): Token {
  if (letter in closing && Object.hasOwn(closing, letter)) return textAt(source, start, closing[letter] as string)
  if (letter === '[') return quotedNameAt(source, start)
  if (isDigit(letter) || (letter === '.' && isDigit(foldedAt(source, start + 1)) && !followsName(source, start))) {
    return numberAt(source, start)
  }
  if (isNameStart(letterAt(source, start))) return nameAt(source, start)
  const two = letter + foldedAt(source, start + 1)
  const sign = signs.has(two) ? two : Object.hasOwn(alike, letter) ? alike[letter] : letter
  if (sign === undefined || !signs.has(sign)) {
    const character = String.fromCodePoint(source.codePointAt(start) ?? 0)
    throw fault('bad-character', { character }, placeOf(source, { start, end: start + character.length }))
  }
  return { kind: 'sign', value: sign, start, end: start + (sign === two ? 2 : 1) }
}

function textAt(source: string, start: number, close: string): Token {
  let value = ''
  for (let at = start + 1; at < source.length; at += 1) {
    const letter = source[at] as string
    if (letter !== close) value += letter
    else if (source[at + 1] === close) value += source[(at += 1)] as string
    else return { kind: 'text', value, start, end: at + 1 }
  }
  throw fault('text-not-closed', { close }, placeOf(source, { start, end: start + 1 }))
}

function quotedNameAt(source: string, start: number): Token {
  const end = source.indexOf(']', start)
  if (end < 0) throw fault('name-not-closed', {}, placeOf(source, { start, end: start + 1 }))
  return { ...named(source, source.slice(start + 1, end).trim(), { start, end: end + 1 }), isQuoted: true }
}

function numberAt(source: string, start: number): Token {
  let end = start
  let text = ''
  const digits = () => {
    while (isDigit(foldedAt(source, end))) text += foldedAt(source, end++)
  }
  digits()
  if (text.length === 4 && foldedAt(source, end) === '-' && !isNameStart(letterAt(source, end + 6))) {
    const day = Array.from({ length: 10 }, (_, at) => foldedAt(source, start + at)).join('')
    if (isDay(day) && !isDigit(foldedAt(source, start + 10))) {
      return { kind: 'date', value: numberOf(day), start, end: start + 10 }
    }
  }
  if (foldedAt(source, end) === '.' && isDigit(foldedAt(source, end + 1))) {
    text += '.'
    end += 1
    digits()
  }
  const value = readDecimal(text.startsWith('.') ? `0${text}` : text)
  if (!value || isNameStart(letterAt(source, end))) {
    throw fault('bad-number', { text: source.slice(start, end + 1) }, placeOf(source, { start, end }))
  }
  return { kind: 'number', value, start, end }
}

function nameAt(source: string, start: number): Token {
  let end = start
  for (let letter = letterAt(source, end); letter && isNamePart(letter); letter = letterAt(source, end)) {
    end += letter.length
  }
  return { ...named(source, source.slice(start, end), { start, end }), isQuoted: false }
}

function named(source: string, text: string, range: Range) {
  if (text.length > limits.nameLength)
    throw fault('name-too-long', { limit: limits.nameLength }, placeOf(source, range))
  return { kind: 'name' as const, value: text.normalize('NFKC'), ...range }
}

function followsName(source: string, at: number): boolean {
  const before = source[at - 1]
  return before !== undefined && (isNamePart(before) || before === ']' || before === ')')
}

function isDigit(letter: string): boolean {
  return letter >= '0' && letter <= '9' && letter.length === 1
}

function isNameStart(letter: string): boolean {
  return letter !== '' && /^[\p{L}_]$/u.test(letter.normalize('NFKC').slice(0, letter.length))
}

function isNamePart(letter: string): boolean {
  return /^[\p{L}\p{M}\p{Nd}_]$/u.test(letter)
}

function letterAt(source: string, at: number): string {
  const code = source.codePointAt(at)
  return code === undefined ? '' : String.fromCodePoint(code)
}

/** The character, full-width ASCII and the ideographic space made plain; '' past the end. */
function foldedAt(source: string, at: number): string {
  const code = source.charCodeAt(at)
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0)
  return code === 0x3000 || code === 0xa0 ? ' ' : (source[at] ?? '')
}
