import type { Arc, Moves, Place } from './moves.ts'
import { joined, one as single } from './rope.ts'

/**
 * Shrinks a net without changing what is wrong with it: series, equal parallel flows, nested gateways of one kind, loops
 * without content and side branches that surely end. A well-built tree shrinks to almost nothing.
 */
export function reduce(moves: Moves): void {
  const { places, arcs } = moves
  const todo = places.map((_place, index) => index)
  const queued = new Set(todo)
  const touch = (index: number) => {
    if (queued.size !== queued.add(index).size) todo.push(index)
  }
  for (let index = todo.pop(); index !== undefined; index = todo.pop()) {
    queued.delete(index)
    const place = places[index] as Place
    const before = [...place.ins, ...place.outs]
    if (!shrink(moves, index, place)) continue
    touch(index)
    for (const arc of [...before, ...place.ins, ...place.outs]) {
      const one = arcs[arc]
      if (one) [one.from, one.to].forEach(touch)
    }
  }
}

function shrink(moves: Moves, index: number, place: Place): boolean {
  if (place.isKept) return false
  if (place.instead.length + place.besides.length > 0 || moves.starts.includes(index)) return fuse(moves, place)
  return (
    fuse(moves, place) ||
    dropLoop(moves, index, place) ||
    series(moves, place) ||
    nest(moves, index, place) ||
    sideEnd(moves, place)
  )
}

/** a → x → b becomes a → b. */
function series(moves: Moves, place: Place): boolean {
  if (place.ins.length !== 1 || place.outs.length !== 1 || place.give === 'clear' || place.give === 'none') return false
  const [first, second] = [place.ins[0] as number, place.outs[0] as number]
  if (first === second) return false
  const a = moves.arcs[first] as Arc
  const b = moves.arcs[second] as Arc
  moves.arcs[first] = {
    from: a.from,
    to: b.to,
    trail: joined(a.trail, single(place.id), b.trail),
    inside: joined(a.inside, single(place.id), b.inside),
  }
  const to = moves.places[b.to] as Place
  to.ins = to.ins.map((arc) => (arc === second ? first : arc))
  moves.arcs[second] = undefined
  place.ins = []
  place.outs = []
  return true
}

/** Two flows between the same nodes, both given and both taken together (or both alternatives), are one. */
function fuse(moves: Moves, place: Place): boolean {
  if (place.outs.length < 2) return false
  const seen = new Map<number, number>()
  for (const arc of place.outs) {
    const to = (moves.arcs[arc] as Arc).to
    const other = seen.get(to)
    if (other === undefined) {
      seen.set(to, arc)
      continue
    }
    if (!isPair(place, moves.places[to] as Place)) continue
    absorb(moves, other, arc, place.give !== 'one')
    return true
  }
  return false
}

function isPair(from: Place, to: Place): boolean {
  if (from.give === 'all') return to.take === 'all'
  if (from.give === 'one') return to.take === 'one'
  if (from.give !== 'some' || to.take !== 'or-join') return false
  // an inclusive pair: only as a whole, when nothing else leaves the one or enters the other
  return from.outs.length === to.ins.length && from.outs.every((arc) => to.ins.includes(arc))
}

function absorb(moves: Moves, keep: number, gone: number, isBoth: boolean): void {
  const a = moves.arcs[keep] as Arc
  const b = moves.arcs[gone] as Arc
  moves.arcs[keep] = {
    ...a,
    trail: isBoth ? joined(a.trail, b.trail) : a.trail,
    inside: joined(a.inside, b.inside),
  }
  moves.arcs[gone] = undefined
  const from = moves.places[a.from] as Place
  const to = moves.places[a.to] as Place
  from.outs = from.outs.filter((arc) => arc !== gone)
  to.ins = to.ins.filter((arc) => arc !== gone)
  if (to.ins.length === 1) to.take = 'one'
  if (from.outs.length === 1 && from.give === 'some') from.give = 'all'
}

/** A choice that may lead straight back to itself changes nothing. */
function dropLoop(moves: Moves, index: number, place: Place): boolean {
  if (place.take !== 'one' || place.give !== 'one' || place.outs.length < 2) return false
  const self = place.outs.find((arc) => (moves.arcs[arc] as Arc).to === index)
  if (self === undefined) return false
  const inside = (moves.arcs[self] as Arc).inside
  place.outs = place.outs.filter((arc) => arc !== self)
  place.ins = place.ins.filter((arc) => arc !== self)
  moves.arcs[self] = undefined
  const first = place.outs[0] as number
  const arc = moves.arcs[first] as Arc
  moves.arcs[first] = { ...arc, inside: joined(arc.inside, inside) }
  return true
}

/** A merge or split directly before one of its own kind becomes one with it. */
function nest(moves: Moves, index: number, place: Place): boolean {
  if (place.outs.length === 1) {
    const arc = place.outs[0] as number
    const { to } = moves.arcs[arc] as Arc
    const next = moves.places[to] as Place
    const isPlain = place.give !== 'clear' && place.give !== 'none'
    const isSame =
      (place.take === 'one' && next.take === 'one' && place.ins.length > 1) ||
      (place.take === 'all' && next.take === 'all' && place.ins.length > 1)
    if (to !== index && isPlain && isSame && !next.isKept && !moves.starts.includes(to))
      return pullIn(moves, arc, place, to)
  }
  if (place.ins.length !== 1) return false
  const arc = place.ins[0] as number
  const { from } = moves.arcs[arc] as Arc
  const before = moves.places[from] as Place
  if (from === index || before.isKept || !before.outs.includes(arc)) return false
  if (place.outs.length < 2 || before.give !== place.give || (place.give !== 'one' && place.give !== 'all'))
    return false
  return pushOut(moves, arc, place, from)
}

function pullIn(moves: Moves, gone: number, place: Place, to: number): boolean {
  const next = moves.places[to] as Place
  const bridge = moves.arcs[gone] as Arc
  for (const arc of place.ins) {
    const one = moves.arcs[arc] as Arc
    moves.arcs[arc] = {
      from: one.from,
      to,
      trail: joined(one.trail, single(place.id), bridge.trail),
      inside: joined(one.inside, single(place.id), bridge.inside),
    }
  }
  next.ins = [...next.ins.filter((arc) => arc !== gone), ...place.ins]
  moves.arcs[gone] = undefined
  place.ins = []
  place.outs = []
  return true
}

function pushOut(moves: Moves, gone: number, place: Place, from: number): boolean {
  const before = moves.places[from] as Place
  const bridge = moves.arcs[gone] as Arc
  for (const arc of place.outs) {
    const one = moves.arcs[arc] as Arc
    moves.arcs[arc] = {
      from,
      to: one.to,
      trail: joined(bridge.trail, single(place.id), one.trail),
      inside: joined(bridge.inside, single(place.id), one.inside),
    }
  }
  before.outs = [...before.outs.filter((arc) => arc !== gone), ...place.outs]
  moves.arcs[gone] = undefined
  place.ins = []
  place.outs = []
  return true
}

/** A branch that runs beside others and has nothing left but its own end. */
function sideEnd(moves: Moves, place: Place): boolean {
  if (place.outs.length > 0 || place.ins.length !== 1 || place.give !== 'all') return false
  const arc = place.ins[0] as number
  const { from, inside } = moves.arcs[arc] as Arc
  const before = moves.places[from] as Place
  if (before.give !== 'all' || before.isKept || before.outs.length < 2 || !before.outs.includes(arc)) return false
  // in a loop it would be met again and again, which is a fault that must stay to be seen
  if (isInLoop(moves, from)) return false
  before.outs = before.outs.filter((one) => one !== arc)
  place.ins = []
  moves.arcs[arc] = undefined
  const first = before.outs[0] as number
  const kept = moves.arcs[first] as Arc
  moves.arcs[first] = { ...kept, inside: joined(kept.inside, inside, single(place.id)) }
  return true
}

function isInLoop(moves: Moves, index: number): boolean {
  const seen = new Set<number>()
  const todo = [index]
  for (let place = todo.pop(); place !== undefined; place = todo.pop()) {
    const { outs, instead, besides } = moves.places[place] as Place
    for (const arc of [...outs, ...instead, ...besides]) {
      const { to } = moves.arcs[arc] as Arc
      if (to === index) return true
      if (seen.size !== seen.add(to).size) todo.push(to)
    }
  }
  return false
}
