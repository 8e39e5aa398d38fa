import type { Arc, Moves, Place } from './moves.ts'
import { idsOf } from './rope.ts'
import { trodden, type Trail } from './trail.ts'

export type Search = {
  /** Every arc and place some token has passed. */
  readonly aliveArcs: ReadonlySet<number>
  readonly alivePlaces: ReadonlySet<number>
  readonly stuck?: Found | undefined
  readonly crowded?: Found | undefined
  readonly endTwice?: Found | undefined
  readonly endless?: Found | undefined
  /** The way to the place asked for, if it was reached. */
  readonly goal?: readonly string[] | undefined
  /** False when the budget ran out. */
  readonly isWhole: boolean
}
export type Found = { readonly element: string; readonly path: readonly string[] }

/** `markings`: how many situations are looked at before giving up. `goal`: stop as soon as this place is passed. */
export type Budget = { readonly markings: number; readonly goal?: number; readonly finish?: boolean }

const mostSplit = 6
/** Once something is found, how much further one looks for other kinds of faults. */
const afterFault = 500
const firingsPerMarking = 4

/** Breadth first over everything a net can do, shortest ways first. */
export function search(moves: Moves, budget: Budget): Search {
  const { places, arcs } = moves
  const ends = new Map<number, number>()
  for (const [index, place] of places.entries())
    if (place.outs.length === 0 && place.ins.length > 0 && place.give === 'all')
      ends.set(index, arcs.length + ends.size)
  const size = arcs.length + ends.size
  const beside = besideTheWay(moves)
  const seen = new Map<string, number>()
  const marks: Uint8Array[] = []
  const trails: (Trail | undefined)[] = []
  const parents: number[][] = []
  const aliveArcs = new Set<number>()
  const alivePlaces = new Set<number>()
  const finals: number[] = []
  const stuckAt: number[] = []
  let crowded: Found | undefined
  let endTwice: Found | undefined
  let goal: readonly string[] | undefined
  let isWhole = true
  let limit = budget.markings
  let firings = 0
  let mostFirings = budget.markings * firingsPerMarking

  const narrow = () => {
    limit = Math.min(limit, marks.length + afterFault)
    mostFirings = Math.min(mostFirings, firings + afterFault * firingsPerMarking)
  }
  const pathOf = (at: number) => trodden(trails, at, arcs)
  const reach = (
    from: number,
    mark: Uint8Array,
    place: number,
    consumed: readonly number[],
    produced: readonly number[],
    isClear: boolean,
  ) => {
    const next = isClear ? new Uint8Array(size) : mark.slice()
    if (!isClear) for (const arc of consumed) next[arc] = (next[arc] as number) - 1
    let isFull = false
    let double: number | undefined
    for (const arc of produced) {
      next[arc] = (next[arc] as number) + 1
      if ((next[arc] as number) === 2) double = arc
      if ((next[arc] as number) > 2) isFull = true
    }
    const end = isClear ? undefined : ends.get(place)
    const isEndTwice = end !== undefined && next[end] === 1 && !beside.has(place)
    if (end !== undefined) next[end] = 1
    if (isFull) return
    alivePlaces.add(place)
    for (const arc of produced) aliveArcs.add(arc)
    const trail = { from, place: (places[place] as Place).id, arcs: consumed }
    if (isEndTwice && !endTwice) narrow()
    if (isEndTwice) endTwice ??= { element: trail.place, path: trodden([...trails, trail], trails.length, arcs) }
    if (double !== undefined && !crowded) {
      const arc = arcs[double] as Arc
      crowded = { element: (places[arc.to] as Place).id, path: trodden([...trails, trail], trails.length, arcs) }
      narrow()
    }
    if (place === budget.goal && from >= 0) goal ??= trodden([...trails, trail], trails.length, arcs)
    const key = packed(next)
    const known = seen.get(key)
    if (known !== undefined) return void (parents[known] as number[]).push(from)
    if (marks.length >= limit) return void (isWhole = false)
    seen.set(key, marks.push(next) - 1)
    trails.push(trail)
    parents.push([from])
  }

  for (const start of moves.starts) {
    const place = places[start] as Place
    alivePlaces.add(start)
    for (const produced of givings(place, 'start')) reach(-1, new Uint8Array(size), start, [], produced, false)
    if (start === budget.goal) goal ??= [place.id]
  }
  const consumers = places.flatMap((place, index) =>
    place.ins.length > 0 && (place.give !== 'none' || place.instead.length + place.besides.length > 0) ? [index] : [],
  )
  const given = new Map(consumers.map((index) => [index, givings(places[index] as Place)]))
  if (
    consumers.some(
      (index) => (places[index] as Place).give === 'some' && (places[index] as Place).outs.length > mostSplit,
    )
  )
    isWhole = false
  for (let at = 0; at < marks.length && goal === undefined; at += 1) {
    const mark = marks[at] as Uint8Array
    let isMoving = false
    const touched = new Set<number>()
    let isEmpty = true
    for (let arc = 0; arc < arcs.length; arc += 1)
      if ((mark[arc] as number) > 0) {
        isEmpty = false
        touched.add((arcs[arc] as Arc).to)
      }
    for (const index of touched) {
      const place = places[index] as Place
      const produce = given.get(index)
      if (!produce) continue
      for (const consumed of takings(moves, place, index, mark))
        for (const produced of produce) {
          isMoving = true
          firings += 1
          reach(at, mark, index, consumed, produced, place.give === 'clear')
        }
    }
    if (isEmpty) {
      finals.push(at)
      if (budget.finish) goal ??= pathOf(at)
    } else if (!isMoving && stuckAt.push(at) === 1) narrow()
    if (firings > mostFirings) {
      isWhole = false
      break
    }
  }

  return {
    aliveArcs,
    alivePlaces,
    stuck: stuckAt[0] === undefined ? undefined : standing(moves, marks[stuckAt[0]] as Uint8Array, pathOf(stuckAt[0])),
    crowded,
    endTwice,
    endless: goal === undefined && isWhole && !crowded ? endless() : undefined,
    goal,
    isWhole,
  }

  function endless(): Found | undefined {
    const good = new Set([...finals, ...stuckAt])
    const todo = [...good]
    for (let one = todo.pop(); one !== undefined; one = todo.pop())
      for (const parent of parents[one] ?? []) if (parent >= 0 && good.size !== good.add(parent).size) todo.push(parent)
    const lost = marks.findIndex((_mark, index) => !good.has(index))
    return lost < 0 ? undefined : standing(moves, marks[lost] as Uint8Array, pathOf(lost))
  }
}

/** Everything behind an event that leaves its host running: tokens there are additional, so an end may be met again. */
function besideTheWay(moves: Moves): ReadonlySet<number> {
  const first = moves.places.flatMap((place) => place.besides.map((arc) => (moves.arcs[arc] as Arc).to))
  const seen = new Set(first)
  for (let place = first.pop(); place !== undefined; place = first.pop())
    for (const arc of (moves.places[place] as Place).outs) {
      const { to } = moves.arcs[arc] as Arc
      if (seen.size !== seen.add(to).size) first.push(to)
    }
  return seen
}

/** Where a situation stands: the node that waits, and the way there with what was passed since the last gateway. */
function standing(moves: Moves, mark: Uint8Array, path: readonly string[]): Found {
  const held = moves.arcs.flatMap((arc, index) => (arc && (mark[index] as number) > 0 ? [arc] : []))
  const waiting = held.find((arc) => (moves.places[arc.to] as Place).take !== 'one') ?? held[0]
  return {
    element: moves.places[waiting?.to ?? 0]?.id ?? '',
    path: [...path, ...idsOf(...held.map((arc) => arc.trail))],
  }
}

/** Eight counts a character; none passes two. */
function packed(mark: Uint8Array): string {
  let key = ''
  for (let at = 0; at < mark.length; at += 8) {
    let bits = 0
    for (let one = 0; one < 8; one += 1) bits = (bits << 2) | (mark[at + one] ?? 0)
    key += String.fromCharCode(bits)
  }
  return key
}

function givings(place: Place, start?: 'start'): number[][] {
  const normal = normally(place)
  if (start) return normal
  const besides =
    place.give === 'none'
      ? place.besides.map((arc) => [arc])
      : normal.flatMap((one) => place.besides.map((arc) => [...one, arc]))
  return [...normal, ...besides, ...place.instead.map((arc) => [arc])]
}

function normally(place: Place): number[][] {
  if (place.give === 'none') return []
  if (place.give === 'clear') return [[]]
  if (place.give === 'all' || place.outs.length === 0) return [place.outs]
  if (place.give === 'one') return place.outs.map((arc) => [arc])
  const free = place.outs.filter((arc) => arc !== place.otherwise && !place.always.includes(arc))
  const none = place.otherwise === undefined ? place.always : [...place.always, place.otherwise]
  const some = free.length === 0 ? [] : subsets(free).map((arcs) => [...place.always, ...arcs])
  return none.length > 0 ? [...some, none] : some
}

function subsets(arcs: readonly number[]): number[][] {
  if (arcs.length > mostSplit) return [...arcs.map((arc) => [arc]), [...arcs]]
  return Array.from({ length: 2 ** arcs.length - 1 }, (_, bits) =>
    arcs.filter((_arc, index) => ((bits + 1) >> index) & 1),
  )
}

function takings(moves: Moves, place: Place, index: number, mark: Uint8Array): number[][] {
  const full = place.ins.filter((arc) => (mark[arc] as number) > 0)
  if (full.length === 0) return []
  if (place.take === 'one') return full.map((arc) => [arc])
  if (full.length === place.ins.length) return [full]
  if (place.take === 'all') return []
  const empty = new Set(place.ins.filter((arc) => (mark[arc] as number) === 0))
  return mayArrive(moves, index, empty, mark) ? [] : [full]
}

/** Whether some token elsewhere could still come to one of the empty flows into an inclusive join. */
function mayArrive(moves: Moves, join: number, empty: ReadonlySet<number>, mark: Uint8Array): boolean {
  const seen = new Set(empty)
  const todo = [...empty]
  for (let arc = todo.pop(); arc !== undefined; arc = todo.pop()) {
    if ((mark[arc] as number) > 0) return true
    const { from } = moves.arcs[arc] as Arc
    if (from === join) continue
    for (const before of (moves.places[from] as Place).ins) if (seen.size !== seen.add(before).size) todo.push(before)
  }
  return false
}
