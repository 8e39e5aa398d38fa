import { limits } from './limits.ts'
import { fault, type Fault, type ProblemCode } from './problem.ts'
import { placeOf, type Range } from './range.ts'
import type { Node, Operator } from './syntax.ts'
import { tokensOf, type Token } from './token.ts'

type Reader = {
  readonly source: string
  readonly tokens: readonly Token[]
  at: number
  depth: number
  parts: number
  powerEnd: number
}

/** Comparison, text, sum, product: each row binds tighter than the one above. */
const levels: readonly (readonly string[])[] = [
  ['=', '==', '<>', '!=', '<', '<=', '>', '>='],
  ['&'],
  ['+', '-'],
  ['*', '/'],
]
const truths = new Map([
  ['TRUE', true],
  ['真', true],
  ['FALSE', false],
  ['假', false],
])

/** Reads a formula, with or without a leading `=`. Throws the first fault, at its place. */
export function parse(source: string): Node {
  if (source.length > limits.textLength) throw fault('too-long', { limit: limits.textLength })
  const reader: Reader = { source, tokens: tokensOf(source), at: 0, depth: 0, parts: 0, powerEnd: -1 }
  take(reader, '=')
  const node = readLevel(reader, 0)
  const left = peek(reader)
  if (left.kind !== 'end') throw unexpected(reader, ['operator', 'end'])
  return node
}

function readLevel(reader: Reader, level: number): Node {
  const operators = levels[level]
  if (!operators) return readSigned(reader)
  let left = readLevel(reader, level + 1)
  for (let compared = false; ;) {
    const token = peek(reader)
    if (token.kind !== 'sign' || !operators.includes(token.value)) return left
    if (compared) throw faultAt(reader, 'chained-comparison', token)
    compared = level === 0
    reader.at += 1
    const right = readLevel(reader, level + 1)
    left = part(reader, {
      kind: 'binary',
      operator: plainOperator(token.value),
      left,
      right,
      start: left.start,
      end: right.end,
    })
  }
}

function plainOperator(sign: string): Operator {
  return (sign === '==' ? '=' : sign === '!=' ? '<>' : sign) as Operator
}

function readSigned(reader: Reader): Node {
  const token = peek(reader)
  if (take(reader, '+')) return deeper(reader, () => readSigned(reader))
  if (!take(reader, '-')) return readPower(reader)
  const operand = deeper(reader, () => readSigned(reader))
  // -2^2 is 4 in spreadsheets and -4 in mathematics, so it must be written out
  if (reader.powerEnd === reader.at) throw faultAt(reader, 'ambiguous-power', token)
  return part(reader, { kind: 'negative', operand, start: token.start, end: operand.end })
}

function readPower(reader: Reader): Node {
  const base = readPercent(reader)
  if (!take(reader, '^')) return base
  const isNegative = take(reader, '-')
  const read = readPercent(reader)
  const exponent = isNegative ? part(reader, { ...range(read), kind: 'negative', operand: read }) : read
  const next = peek(reader)
  if (next.kind === 'sign' && next.value === '^') throw faultAt(reader, 'ambiguous-power', next)
  reader.powerEnd = reader.at
  return part(reader, {
    kind: 'binary',
    operator: '^',
    left: base,
    right: exponent,
    start: base.start,
    end: exponent.end,
  })
}

function readPercent(reader: Reader): Node {
  let node = readPrimary(reader)
  for (let sign = peek(reader); take(reader, '%'); sign = peek(reader)) {
    const next = peek(reader)
    if (next.kind === 'number' || next.kind === 'name' || (next.kind === 'sign' && next.value === '(')) {
      throw faultAt(reader, 'percent-as-modulo', sign)
    }
    node = part(reader, { kind: 'percent', operand: node, start: node.start, end: sign.end })
  }
  return node
}

function readPrimary(reader: Reader): Node {
  const token = peek(reader)
  if (token.kind === 'name') return readName(reader, token)
  if (token.kind === 'number') return literal(reader, { kind: 'number', value: token.value, ...range(token) })
  if (token.kind === 'date') return literal(reader, { kind: 'date', value: token.value, ...range(token) })
  if (token.kind === 'text') return literal(reader, { kind: 'text', value: token.value, ...range(token) })
  if (take(reader, '(')) {
    const inner = deeper(reader, () => readLevel(reader, 0))
    const close = peek(reader)
    expect(reader, ')')
    return { ...inner, start: token.start, end: close.end }
  }
  if (take(reader, '{')) return readRows(reader, token)
  throw unexpected(reader, ['value'])
}

function readName(reader: Reader, token: Token & { kind: 'name' }): Node {
  reader.at += 1
  const next = peek(reader)
  if (!token.isQuoted && next.kind === 'sign' && next.value === '(') return readCall(reader, token)
  const truth = token.isQuoted ? undefined : truths.get(token.value.toUpperCase())
  if (truth !== undefined) return part(reader, { kind: 'boolean', value: truth, ...range(token) })
  const path = [token.value]
  let end = token.end
  while (take(reader, '.')) {
    const member = peek(reader)
    if (member.kind !== 'name') throw unexpected(reader, ['name'])
    reader.at += 1
    path.push(member.value)
    if (path.length > limits.pathLength) throw faultAt(reader, 'too-deep', member, { limit: limits.pathLength })
    end = member.end
  }
  return part(reader, { kind: 'name', path, start: token.start, end })
}

function readCall(reader: Reader, token: Token & { kind: 'name' }): Node {
  expect(reader, '(')
  const given: Node[] = []
  if (!take(reader, ')')) {
    do given.push(deeper(reader, () => readLevel(reader, 0)))
    while (take(reader, ','))
    expect(reader, ')', ',')
  }
  const end = reader.tokens[reader.at - 1]?.end ?? token.end
  return part(reader, { kind: 'call', name: token.value, named: range(token), given, start: token.start, end })
}

function readRows(reader: Reader, open: Token): Node {
  const rows: Node[][] = []
  do {
    const row: Node[] = []
    do row.push(deeper(reader, () => readLevel(reader, 0)))
    while (take(reader, ','))
    rows.push(row)
  } while (take(reader, ';'))
  expect(reader, '}', ',', ';')
  const end = reader.tokens[reader.at - 1]?.end ?? open.end
  if (rows.some((row) => row.length !== rows[0]?.length))
    throw faultAt(reader, 'ragged-rows', { start: open.start, end })
  return part(reader, { kind: 'rows', rows, start: open.start, end })
}

function literal(reader: Reader, node: Node): Node {
  reader.at += 1
  return part(reader, node)
}

function part(reader: Reader, node: Node): Node {
  reader.parts += 1
  if (reader.parts > limits.parts) throw faultAt(reader, 'too-many-parts', node, { limit: limits.parts })
  return node
}

function deeper(reader: Reader, read: () => Node): Node {
  reader.depth += 1
  if (reader.depth > limits.depth) throw faultAt(reader, 'too-deep', peek(reader), { limit: limits.depth })
  const node = read()
  reader.depth -= 1
  return node
}

function peek(reader: Reader): Token {
  return reader.tokens[reader.at] as Token
}

function take(reader: Reader, sign: string): boolean {
  const token = peek(reader)
  if (token.kind !== 'sign' || token.value !== sign) return false
  reader.at += 1
  return true
}

function expect(reader: Reader, ...signs: readonly [string, ...string[]]): void {
  if (!take(reader, signs[0])) throw unexpected(reader, [...signs])
}

function unexpected(reader: Reader, wanted: readonly string[]): Fault {
  const token = peek(reader)
  const found = token.kind === 'end' ? 'end' : reader.source.slice(token.start, Math.min(token.end, token.start + 40))
  return faultAt(reader, 'expected', token, { wanted, found })
}

function faultAt(
  reader: Reader,
  code: ProblemCode,
  at: Range,
  facts: Record<string, string | number | readonly string[]> = {},
): Fault {
  return fault(code, facts, placeOf(reader.source, at))
}

function range({ start, end }: Range): Range {
  return { start, end }
}
