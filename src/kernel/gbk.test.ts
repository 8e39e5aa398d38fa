import fc from 'fast-check'
import { expect, test } from 'vitest'
import { encodeGbk } from './gbk.ts'

test('known bytes, ASCII as it is', () => {
  expect(Buffer.from(encodeGbk('填制凭证,V800').bytes).toString('hex')).toBe('cceed6c6c6bed6a42c56383030')
  expect(Buffer.from(encodeGbk('啊阿').bytes).toString('hex')).toBe('b0a1b0a2')
})

test('what GBK lacks is told, each once', () => {
  expect(encodeGbk('张𫖯𫖯 1').unknown).toEqual(['𫖯'])
  expect(encodeGbk('王垚喆').unknown).toEqual([])
})

test('every text of its characters comes back', () => {
  const decoder = new TextDecoder('gbk')
  fc.assert(
    fc.property(
      fc.string({ unit: fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((point) => String.fromCodePoint(point)) }),
      (text) => {
        expect(decoder.decode(encodeGbk(text).bytes)).toBe(text)
      },
    ),
  )
})
