import { netOf, type Net } from '../model/graph.ts'
import { movesOf, type Moves } from './moves.ts'
import { reduce } from './reduce.ts'
import { search } from './search.ts'
import { wayTo } from './sound.ts'

/** `path`: how `before` is reached without `step`; empty when it cannot be, or when nobody knows. */
export type Skip = { readonly skippable: boolean | null; readonly path: readonly string[] }

const never: Skip = { skippable: false, path: [] }

/**
 * Whether `before` can be reached without `step` having been finished: the step is taken out of the net and the net is
 * tried. A step another route avoids, a time-out leads around, or that runs beside `before` is skippable.
 */
export function skip(net: Net, step: string, before: string, markings = 50_000): Skip | 'unknown-step' {
  const stepWay = wayTo(net, step)
  const beforeWay = wayTo(net, before)
  if (!stepWay || !beforeWay) return 'unknown-step'
  return within(net, stepWay, beforeWay, markings)
}

function within(net: Net, stepWay: readonly string[], beforeWay: readonly string[], markings: number): Skip {
  const [step = '', ...stepRest] = stepWay
  const [before = '', ...beforeRest] = beforeWay
  if (step === before) {
    const inner = net.node.get(step)?.inner
    // reaching the whole comes before its part, and the part not before the whole
    if (stepRest.length === 0 || !inner) return never
    const way = reach(net, before, new Set(), markings)
    if (way.skippable !== true || beforeRest.length === 0) return way
    return behind(way, within(netOf(inner), stepRest, beforeRest, markings))
  }
  const without = isAvoidable(net, step, stepRest, markings)
  if (without === null) return { skippable: null, path: [] }
  const way = reach(net, before, without ? new Set() : new Set([step]), markings)
  const inner = net.node.get(before)?.inner
  if (way.skippable !== true || beforeRest.length === 0 || !inner) return way
  return behind(way, insideReach(netOf(inner), beforeRest, markings))
}

/** Whether the sub-process a step lies in can end without it. */
function isAvoidable(net: Net, sub: string, rest: readonly string[], markings: number): boolean | null {
  const inner = net.node.get(sub)?.inner
  const [next] = rest
  if (!inner || next === undefined) return false
  const level = netOf(inner)
  const deeper = isAvoidable(level, next, rest.slice(1), markings)
  if (deeper !== false) return deeper
  const moves = prepared(level, new Set([next]), new Set())
  const found = search(moves, { markings, finish: true })
  return found.goal !== undefined ? true : found.isWhole ? false : null
}

function insideReach(net: Net, way: readonly string[], markings: number): Skip {
  const [first = '', ...rest] = way
  const here = reach(net, first, new Set(), markings)
  const inner = net.node.get(first)?.inner
  return here.skippable === true && rest.length > 0 && inner
    ? behind(here, insideReach(netOf(inner), rest, markings))
    : here
}

function reach(net: Net, goal: string, blocked: ReadonlySet<string>, markings: number): Skip {
  const moves = prepared(net, blocked, new Set([goal]))
  const found = search(moves, { markings, goal: moves.places.findIndex((place) => place.id === goal) })
  // a step that was begun but left at its border has not been done
  if (found.goal) return { skippable: true, path: found.goal.filter((id) => !blocked.has(id)) }
  return found.isWhole ? never : { skippable: null, path: [] }
}

function prepared(net: Net, blocked: ReadonlySet<string>, kept: ReadonlySet<string>): Moves {
  const moves = movesOf(net, blocked, kept)
  reduce(moves)
  return moves
}

function behind(first: Skip, second: Skip): Skip {
  return second.skippable === true ? { skippable: true, path: [...first.path, ...second.path] } : second
}
