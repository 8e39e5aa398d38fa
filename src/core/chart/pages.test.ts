import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pagesOf, paperColours, plant } from './index.ts'

const a4 = { width: 770, height: 470, leastScale: 0.45, mostScale: 0.8 }

test('every box stands on a page, each page fits, and cut branches say where they go on', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(), { minLength: 1, maxLength: 300, size: 'max' }),
      fc.integer({ min: 1, max: 8 }),
      (draws, fan) => {
        const forest = plant(
          draws.map((draw, number) => ({
            id: String(number),
            parentId: number === 0 || draw % 41 === 0 ? null : String(Math.floor((draw % number) / fan)),
          })),
        )
        const pages = pagesOf(forest, () => true, a4)
        const seen = new Set(pages.flatMap(({ layout }) => [...layout.numbers]))
        expect(seen.size).toBe(forest.ids.length)
        for (const [at, { layout, scale, goesOn, cameFrom }] of pages.entries()) {
          expect(layout.width * scale).toBeLessThanOrEqual(a4.width + 1e-6)
          expect(layout.height * scale).toBeLessThanOrEqual(a4.height + 1e-6)
          expect(scale).toBeGreaterThan(0.3)
          expect(cameFrom).toBeLessThan(at)
          for (const [number, page] of goesOn) {
            expect(layout.placeOf[number]).toBeGreaterThanOrEqual(0)
            expect(pages[page]?.layout.numbers).toContain(number)
          }
        }
      },
    ),
    { numRuns: 60 },
  )
})

test('more children than a page holds are spread over several, each with their parent', () => {
  const forest = plant([
    { id: 'top', parentId: null },
    ...Array.from({ length: 300 }, (_none, at) => ({ id: `c${at}`, parentId: 'top' })),
  ])
  const pages = pagesOf(forest, () => true, a4)
  expect(pages.length).toBeGreaterThan(3)
  expect(pages.every(({ layout, scale }) => layout.placeOf[0]! >= 0 && scale >= a4.leastScale)).toBe(true)
  expect(new Set(pages.flatMap(({ layout }) => [...layout.numbers])).size).toBe(301)
})

test('a folded branch gets no page', () => {
  const forest = plant([
    { id: 'a', parentId: null },
    { id: 'b', parentId: 'a' },
  ])
  expect([...(pagesOf(forest, () => false, a4)[0]?.layout.numbers ?? [])]).toEqual([0])
})

test('the colours of paper are the light ones of the product', () => {
  const css = readFileSync(join(import.meta.dirname, '../../web/ui/tokens.css'), 'utf8').split('@layer theme {')[0]
  for (const [paint, colour] of Object.entries(paperColours))
    if (paint !== 'canvas') expect(css).toContain(`--color-${paint}: ${colour};`)
})
