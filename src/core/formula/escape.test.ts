import { describe, expect, test } from 'vitest'
import { catalogueOf, compile, inferInputs, isFault, type Json } from './index.ts'
import { escapes } from './escapes-for-tests.ts'

const inputs = { a: '1', t: [{ x: '1' }, { x: '2' }] }
const reserved = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '__defineGetter__', 'valueOf']

/** What every object inherits and the functions by which an escape would act. */
function hostSnapshot(): string {
  const shapes = [
    Object,
    Function,
    Array,
    String,
    Number,
    BigInt,
    Map,
    Set,
    Error,
    Promise,
    RegExp,
    JSON,
    Math,
    Reflect,
  ]
  return (
    JSON.stringify(
      shapes.map((one) => [
        Object.getOwnPropertyNames(one).map((name) => [name, typeof Object.getOwnPropertyDescriptor(one, name)?.value]),
        'prototype' in one ? Object.getOwnPropertyNames(one.prototype) : [],
      ]),
    ) + Object.getOwnPropertyNames(globalThis).join()
  )
}

describe('there is no way out', () => {
  const { catalogue } = inferInputs(inputs)
  test('at least 150 different attempts', () => expect(new Set(escapes).size).toBeGreaterThanOrEqual(150))
  test.each(escapes)('%j is refused before it runs', (formula) => {
    const compiled = compile(formula, catalogue)
    expect(compiled.ok ? 'compiled' : compiled.problems[0].at?.line).toBeTypeOf('number')
  })
  test('the host is the same afterwards', () => {
    const before = hostSnapshot()
    for (const formula of escapes) compile(formula, catalogue)
    expect(hostSnapshot()).toBe(before)
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })
  test.each(reserved)('%s is no name of an input, a member, a column, or an entry', (name) => {
    const attempts = [
      `{"${name}":1}`,
      `{"r":{"${name}":1}}`,
      `{"t":[{"${name}":1}]}`,
      `{"r":{"a":{"${name}":{"b":1}}}}`,
    ]
    for (const json of attempts) {
      expect(codeOf(() => inferInputs(JSON.parse(json) as Readonly<Record<string, Json>>))).toBe('reserved-name')
    }
    expect(codeOf(() => catalogueOf([{ name, type: 'number' }]))).toBe('reserved-name')
    expect(codeOf(() => catalogueOf([{ name: 'x', aliases: [name], type: 'number' }]))).toBe('reserved-name')
  })
})

function codeOf(act: () => unknown): string {
  try {
    act()
    return 'accepted'
  } catch (thrown) {
    return isFault(thrown) ? thrown.problem.code : String(thrown)
  }
}
