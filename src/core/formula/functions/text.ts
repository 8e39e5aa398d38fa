import { fixedText, readDecimal } from '../decimal-text.ts'
import { round } from '../decimal-round.ts'
import { integerOf, whole, type Decimal } from '../decimal.ts'
import { asText, limitedText } from '../operators.ts'
import { fault } from '../problem.ts'
import { spend } from '../run.ts'
import { isList, type Value } from '../type.ts'
import { always, any, number, optional, plain, text, type FunctionSpec } from './spec.ts'

const gives = always('text')
const joined = { ...any, wants: ['any', 'any-list'], isMany: true, takesBlank: true } as const

export const texts: readonly FunctionSpec[] = [
  {
    names: ['CONCAT', '连接', '合并文本'],
    takes: [joined],
    gives,
    make: (given) => (frame) => {
      let all = ''
      for (const { run, type } of given) {
        const value = run(frame)
        const values = Array.isArray(value) ? (value as readonly Value[]) : [value]
        spend(frame, values.length)
        const element = isList(type) ? type.list : type
        for (const one of values) all = limitedText(all + (one === null ? '' : asText(one, element)))
      }
      return all
    },
  },
  {
    names: ['LEFT', '左取'],
    takes: [text, optional(number)],
    gives,
    make: plain((of: string, length?: Decimal) => letters(of).slice(0, count(length)).join('')),
  },
  {
    names: ['RIGHT', '右取'],
    takes: [text, optional(number)],
    gives,
    make: plain((of: string, length?: Decimal) => {
      const all = letters(of)
      return all.slice(Math.max(0, all.length - count(length))).join('')
    }),
  },
  {
    names: ['MID', '中取'],
    takes: [text, number, number],
    gives,
    make: plain((of: string, from: Decimal, length: Decimal) => {
      const start = Math.max(1, count(from)) - 1
      return letters(of)
        .slice(start, start + count(length))
        .join('')
    }),
  },
  {
    names: ['LEN', '长度'],
    takes: [text],
    gives: always('number'),
    make: plain((of: string) => whole(letters(of).length)),
  },
  { names: ['UPPER', '大写'], takes: [text], gives, make: plain((of: string) => limitedText(of.toUpperCase())) },
  { names: ['LOWER', '小写'], takes: [text], gives, make: plain((of: string) => limitedText(of.toLowerCase())) },
  { names: ['TRIM', '去空格'], takes: [text], gives, make: plain((of: string) => of.trim()) },
  {
    names: ['CONTAINS', '包含'],
    takes: [text, text],
    gives: always('boolean'),
    make: plain((of: string, part: string) => of.includes(part)),
  },
  {
    names: ['STARTSWITH', '开头是'],
    takes: [text, text],
    gives: always('boolean'),
    make: plain((of: string, part: string) => of.startsWith(part)),
  },
  {
    names: ['TEXT', '文本'],
    takes: [any, optional(number)],
    gives,
    make: (given) => {
      const [value, places] = given.map((one) => one.run)
      const type = given[0]?.type ?? 'blank'
      if (!places || type !== 'number') return (frame) => asText(value?.(frame) ?? null, type)
      return (frame) => {
        const decimals = count(places(frame) as Decimal)
        if (decimals > 20) throw fault('out-of-range', { least: 0, most: 20 })
        return fixedText(round(value?.(frame) as Decimal, decimals), decimals)
      }
    },
  },
  {
    names: ['VALUE', '数值'],
    takes: [text],
    gives: always('number'),
    make: plain((of: string) => {
      const found = readDecimal(of.trim())
      if (!found) throw fault('wrong-type', { wanted: ['number'], found: 'text' })
      return found
    }),
  },
]

/** By characters, so that a rare Chinese character is never cut in two. */
function letters(of: string): string[] {
  return [...of]
}

function count(value: Decimal | undefined): number {
  const found = value === undefined ? 1 : integerOf(value)
  if (found === undefined) throw fault('not-whole')
  if (found < 0) throw fault('out-of-range', { least: 0, most: 10_000 })
  return found
}
