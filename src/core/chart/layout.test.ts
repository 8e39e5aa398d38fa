import fc from 'fast-check'
import { expect, test } from 'vitest'
import { layOut, openTo, plant, usualSizes, type Arrangement, type Forest, type Layout } from './index.ts'

const arrangements: Arrangement[] = ['down', 'right', 'list']
/** Any forest: each item hangs below one shortly before it, so that deep and shallow branches stand side by side. */
const forests = fc
  .tuple(
    fc.array(fc.nat({ max: 1_000_000 }), { minLength: 1, maxLength: 120, size: 'max' }),
    fc.integer({ min: 1, max: 60 }),
  )
  .map(([draws, reach]) =>
    plant(
      draws.map((draw, number) => ({
        id: String(number),
        parentId: number === 0 || draw % 37 === 0 ? null : String(Math.max(0, number - 1 - (draw % reach))),
      })),
    ),
  )

test.each(arrangements)('boxes never overlap, and none leaves the chart (%s)', (arrangement) => {
  fc.assert(
    fc.property(forests, fc.constantFrom(1, 3, 6, 1000, 1000), fc.boolean(), (forest, level, stacksFolded) => {
      const open = openTo(forest, level)
      const layout = layOut(forest, (number) => open.has(number), arrangement, { ...usualSizes, stacksFolded })
      const { width, height } = usualSizes
      const places = [...layout.numbers.keys()].sort((one, other) => layout.y[one]! - layout.y[other]!)
      for (const [at, one] of places.entries()) {
        expect(layout.x[one]).toBeGreaterThanOrEqual(0)
        expect(layout.x[one]! + width).toBeLessThanOrEqual(layout.width)
        expect(layout.y[one]! + height).toBeLessThanOrEqual(layout.height)
        for (let next = at + 1; next < places.length; next++) {
          const other = places[next]!
          if (layout.y[other]! >= layout.y[one]! + height) break
          expect(Math.abs(layout.x[one]! - layout.x[other]!)).toBeGreaterThanOrEqual(width)
        }
      }
    }),
    { numRuns: 300 },
  )
})

test.each(['down', 'right'] as const)('parents stand amid their first and last child (%s)', (arrangement) => {
  fc.assert(
    fc.property(forests, (forest) => {
      // without stacks every child has a box of its own place
      const layout = layOut(forest, () => true, arrangement, { ...usualSizes, stackFrom: Infinity })
      const edge = arrangement === 'down' ? layout.x : layout.y
      forest.children.forEach((children, number) => {
        if (children.length === 0) return
        const middle = (edgeOf(edge, layout, children[0]!) + edgeOf(edge, layout, children.at(-1)!)) / 2
        expect(Math.abs(edgeOf(edge, layout, number) - middle)).toBeLessThanOrEqual(1)
      })
    }),
  )
})

test.each(arrangements)('neighbours keep their order, and what is below lies further on (%s)', (arrangement) => {
  fc.assert(
    fc.property(forests, (forest) => {
      const layout = layOut(forest, () => true, arrangement)
      const at = (number: number) => placeOf(layout, number)
      for (const children of [forest.tops, ...forest.children]) {
        children.forEach((child, order) => {
          if (order === 0) return
          const [before, after] = [at(children[order - 1]!), at(child)]
          const isRow = arrangement === 'down' && after.x > before.x
          expect(isRow || after.y > before.y).toBe(true)
        })
      }
      forest.parent.forEach((parent, number) => {
        if (parent < 0) return
        if (arrangement === 'right') expect(at(number).x).toBeGreaterThan(at(parent).x)
        else expect(at(number).y).toBeGreaterThan(at(parent).y)
      })
    }),
  )
})

test('what is below a folded box is not placed', () => {
  const forest = plant([
    { id: 'a', parentId: null },
    { id: 'b', parentId: 'a' },
    { id: 'c', parentId: 'b' },
  ])
  const layout = layOut(forest, (number) => number === 0)
  expect([...layout.placeOf]).toEqual([0, 1, -1])
  expect(layout.segments.length).toBe(8)
})

test('many neighbours without anything below stand in stacks of two columns, joined by a trunk', () => {
  const forest = plant([{ id: 'top', parentId: null }, ...many(5, 'top')])
  const layout = layOut(forest, () => true)
  const boxes = [1, 2, 3, 4, 5].map((number) => placeOf(layout, number))
  expect(boxes.map(({ x }) => x)).toEqual([0, 272, 0, 272, 0])
  expect(boxes.map(({ y }) => y)).toEqual([140, 140, 236, 236, 332])
  // the top stands over the trunk, and the line of the last row ends at the trunk
  expect(placeOf(layout, 0).x).toBe(256 - 120)
  expect([...layout.segments.subarray(-4)]).toEqual([240, 374, 256, 374])
})

test('circles and unknown parents are drawn at a top, each item once', () => {
  const forest = plant([
    { id: 'a', parentId: 'c' },
    { id: 'b', parentId: 'a' },
    { id: 'c', parentId: 'b' },
    { id: 'd', parentId: 'nobody' },
    { id: 'e', parentId: 'e' },
  ])
  expect(layOut(forest, () => true).numbers.length).toBe(5)
  expect(forest.tops.length).toBe(3)
})

test('a chain of twenty thousand is laid out without running out of stack', () => {
  const chain = plant(
    Array.from({ length: 20_000 }, (_none, number) => ({
      id: String(number),
      parentId: number === 0 ? null : String(number - 1),
    })),
  )
  expect(layOut(chain, () => true).numbers.length).toBe(20_000)
})

function many(count: number, parentId: string) {
  return Array.from({ length: count }, (_none, number) => ({ id: `${parentId}-${number}`, parentId }))
}

function edgeOf(edge: Float64Array, layout: Layout, number: number): number {
  return edge[layout.placeOf[number]!]!
}

function placeOf(layout: Layout, number: Forest['tops'][number]) {
  const place = layout.placeOf[number]!
  return { x: layout.x[place]!, y: layout.y[place]! }
}
