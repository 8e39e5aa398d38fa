import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { groupsOf, indexStatements, pairsOf, sharedPhrases, similarTo, type Statement } from './index.ts'
import { stem } from './stem.ts'
import { termsOf, tokensOf } from './tokens.ts'

const duties = [
  'Inspect incoming materials against the purchase order',
  'Submit the weekly report to the department head',
  'Operate controls to start, stop, or regulate generators',
  'Maintain accurate and complete student records',
  'Calibrate measuring equipment every quarter',
  '负责来料检验，并记录检验结果',
  '每周向部门负责人提交周报',
  '处理客户投诉，分析原因，制定纠正措施',
  '编制生产计划、跟踪执行进度',
  '校准计量器具，保存校准记录',
] as const

function statements(texts: readonly string[], unit = 'u'): Statement[] {
  return texts.map((text, at) => ({ id: `s${at}`, unit, text }))
}

describe('tokens', () => {
  test.each([
    ['Inspected the GOODS, inspects goods', ['inspect', 'good', 'inspect', 'good']],
    ['Ｉｎｓｐｅｃｔ　ｇｏｏｄｓ', ['inspect', 'good']],
    ['café CAFE\u0301', ['caf', 'caf']],
    ['客户的投诉', ['客', '户', '客户', '投', '户投', '诉', '投诉']],
    ['检验和入库', ['检', '验', '检验', '入', '库', '入库']],
    ['了解ERP系统', ['了', '解', '了解', 'erp', '系', '统', '系统']],
    ['to be or not', ['to', 'be', 'or', 'not']],
    ['…！', []],
  ])('%s', (text, terms) => {
    expect(termsOf(tokensOf(text))).toEqual(terms)
  })
  test.each([
    [['inspect', 'inspects', 'inspected', 'inspecting', 'inspection', 'inspections'], 'inspect'],
    [['manage', 'managed', 'managing', 'management'], 'manag'],
    [['carry', 'carries', 'carried', 'carrying'], 'carry'],
    [['planned', 'planning', 'plan', 'plans'], 'plan'],
    [['process', 'processes', 'processing'], 'process'],
  ])('stem of %s', (words, expected) => {
    expect(words.map(stem)).toEqual(words.map(() => expected))
  })
})

/** The words of a text in another order with other signs between them; a run of Chinese is cut where it may be. */
const rewritten = fc
  .constantFrom(...duties)
  .chain((text) => {
    const words = [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)]
      .filter((part) => part.isWordLike)
      .map((part) => part.segment)
    const between = /\p{sc=Han}/u.test(text)
      ? fc.constantFrom('', '、', '；', '　')
      : fc.constantFrom(' ', ', ', '; ', ' – ')
    return fc.tuple(
      fc.constant(text),
      fc.shuffledSubarray(words, { minLength: words.length }),
      fc.array(between, { minLength: words.length, maxLength: words.length }),
      fc.constantFrom('same', 'upper', 'wide'),
      fc.constantFrom('', '。', '.', '！', ' '),
    )
  })
  .map(([text, words, between, shape, end]) => {
    const joined = words.map((word, at) => (at > 0 ? (between[at] ?? '') : '') + word).join('') + end
    const shaped = shape === 'upper' ? joined.toUpperCase() : shape === 'wide' ? wide(joined) : joined
    return { text, shaped }
  })

function wide(text: string): string {
  return [...text]
    .map((sign) => (/[!-~]/.test(sign) ? String.fromCharCode(sign.charCodeAt(0) + 0xfee0) : sign))
    .join('')
}

describe('the same words', () => {
  test('in another order, case, width and punctuation are found with score 1, first of all', () => {
    fc.assert(
      fc.property(rewritten, ({ text, shaped }) => {
        const all = [...statements(duties), { id: 'copy', unit: 'other', text: shaped }]
        const index = indexStatements(all)
        const [best] = pairsOf(index, { least: 0.4 })
        expect(best).toEqual({ a: duties.indexOf(text as never), b: duties.length, score: 1 })
        const [found] = similarTo(indexStatements(statements(duties)), shaped, { least: 0.4, top: 3 })
        expect([found?.at, Math.round((found?.score ?? 0) * 1e4)]).toEqual([duties.indexOf(text as never), 10_000])
      }),
      { numRuns: 300 },
    )
  })
  test('two or three characters in another order are another word', () => {
    const index = indexStatements([
      { unit: 'a', text: '生产' },
      { unit: 'b', text: '产生' },
    ])
    expect(pairsOf(index, { least: 0.8 })).toEqual([])
  })
})

const word = fc.constantFrom(...'alpha beta gamma delta epsilon 检验 入库 来料 报告'.split(' '))
const random = fc.array(
  fc.record({ unit: fc.constantFrom('a', 'b', 'c'), text: fc.array(word, { maxLength: 7 }).map((w) => w.join(' ')) }),
  { maxLength: 40 },
)

describe('pairs', () => {
  test('are those that asking for each statement finds, and no others', () => {
    fc.assert(
      fc.property(random, fc.constantFrom(0.2, 0.4, 0.6, 0.95), (all, least) => {
        const index = indexStatements(all)
        const pairs = pairsOf(index, { least })
        const slow = all.flatMap((one, b) =>
          similarTo(index, one.text, { least, top: 1000, exceptUnit: one.unit })
            .filter(({ at }) => at < b)
            .map(({ at }) => `${at}-${b}`),
        )
        expect(pairs.map(({ a, b }) => `${a}-${b}`).sort()).toEqual(slow.sort())
        for (const { score } of pairs) expect(score).toBeGreaterThanOrEqual(least - 1e-4)
      }),
    )
  })
  test('come best first, and the best are kept when only some are asked for', () => {
    fc.assert(
      fc.property(random, fc.integer({ min: 1, max: 20 }), (all, top) => {
        const index = indexStatements(all)
        const every = pairsOf(index, { least: 0.2 })
        expect(every).toEqual(every.toSorted((x, y) => y.score - x.score || x.b - y.b || x.a - y.a))
        expect(pairsOf(index, { least: 0.2, top }).map((pair) => pair.score)).toEqual(
          every.slice(0, top).map((pair) => pair.score),
        )
      }),
    )
  })
  test('of one unit are none, nor of nothing', () => {
    expect(pairsOf(indexStatements(statements([...duties, ...duties])), { least: 0.2 })).toEqual([])
    expect(pairsOf(indexStatements([]), { least: 0.2 })).toEqual([])
    expect(similarTo(indexStatements([]), 'anything', { least: 0, top: 5 })).toEqual([])
    const empty = [
      { unit: 'a', text: '' },
      { unit: 'b', text: '。' },
    ]
    expect(pairsOf(indexStatements(empty), { least: 0.2 })).toEqual([])
  })
  test('whole departments that were copied keep memory bounded', () => {
    const all = Array.from({ length: 3000 }, (_, at) => ({ unit: `u${at}`, text: 'Clean the work area' }))
    expect(pairsOf(indexStatements(all), { least: 0.4, top: 100 })).toHaveLength(100)
  })
})

describe('shared phrases', () => {
  test.each([
    [
      'Operate controls to start or stop the generators.',
      'Start, stop or regulate generators; operate the controls.',
      ['start or stop', 'Operate controls', 'generators'],
    ],
    ['负责来料的检验，并记录检验结果', '来料检验，记录结果', ['来料的检验', '记录', '结果']],
    ['Inspects ERP 数据', 'erp数据的inspection', ['ERP', '数据', 'Inspects']],
    ['nothing alike', '全然不同', []],
  ])('of %s', (a, b, phrases) => {
    const shared = sharedPhrases(a, b)
    expect(shared.map((phrase) => phrase.text).sort()).toEqual(phrases.toSorted())
    for (const { text, inA } of shared) expect(a.slice(inA.from, inA.until)).toBe(text)
  })
  const sign = fc.constantFrom(...'ab ing,检验的和，ＡＢé・𠮷ﬁ½', '\u0301', '\ud83d', '\u0000')
  const anyText = fc.string({ unit: sign, maxLength: 30 })
  test('always stand in both texts', () => {
    fc.assert(
      fc.property(anyText, anyText, (a, b) => {
        for (const { inA, inB } of sharedPhrases(a + b, b + a)) {
          expect(tokensOf((a + b).slice(inA.from, inA.until)).map((token) => token.term)).toEqual(
            tokensOf((b + a).slice(inB.from, inB.until)).map((token) => token.term),
          )
        }
      }),
    )
  })
})

describe('groups', () => {
  const pair = (a: number, b: number, score: number) => ({ a, b, score })
  test('everyone is alike with everyone; a chain joins nothing', () => {
    const triangle = [pair(0, 1, 0.9), pair(1, 2, 0.85), pair(0, 2, 0.8)]
    const chain = [pair(3, 4, 0.9), pair(4, 5, 0.8)]
    expect(groupsOf([...triangle, ...chain], 0.6)).toEqual([
      [0, 1, 2],
      [3, 4],
    ])
  })
  test('pairs below the limit count for nothing', () => {
    expect(groupsOf([pair(0, 1, 0.5)], 0.6)).toEqual([])
  })
})
