import { netOf, reachable, type Graph, type GraphNode, type Net } from '../model/graph.ts'
import { movesOf, startsOf, type Moves } from './moves.ts'
import type { Problem, Verdict } from './problem.ts'
import { reduce } from './reduce.ts'
import { idsOf, nothing } from './rope.ts'
import { search, type Search } from './search.ts'

export type Soundness = { readonly verdict: Verdict; readonly problems: Problem[] }

const nobody: ReadonlySet<string> = new Set()

/**
 * Whether a net always ends, properly, with every step of use. Choices count as free. Sub-processes are checked by
 * themselves and then count as one step. `markings` bounds the search (50,000 unless told); the answer is `unknown` beyond.
 */
export function soundness(net: Net, markings = 50_000): Soundness {
  const inner = net.nodes.flatMap((node) => (node.inner ? [soundness(netOf(node.inner), markings)] : []))
  const own = level(net, markings)
  const all = [own, ...inner]
  const verdict = all.some((one) => one.verdict === 'unsound')
    ? 'unsound'
    : all.some((one) => one.verdict === 'unknown')
      ? 'unknown'
      : 'sound'
  return { verdict, problems: all.flatMap((one) => one.problems) }
}

function level(net: Net, markings: number): Soundness {
  if (net.nodes.length === 0) return { verdict: 'sound', problems: [] }
  if (startsOf(net).length === 0)
    return { verdict: 'unsound', problems: [{ kind: 'no-start', element: net.id, path: [] }] }
  const small = tried(net, markings, true)
  if (small.verdict !== 'unsound') return small
  // the small net says that something is wrong; where and how is shown better on the net as drawn
  const drawn = tried(net, Math.min(markings, 1500), false)
  const kinds = new Set(drawn.problems.map((problem) => problem.kind))
  return {
    verdict: 'unsound',
    problems: [
      ...drawn.problems,
      ...small.problems.filter((one) => drawn.problems.length === 0 || (!kinds.has(one.kind) && one.kind !== 'dead')),
    ],
  }
}

/** The check on the net as drawn, or on the reduced one, which is the same but smaller. */
export function tried(net: Net, markings: number, isReduced: boolean): Soundness {
  const moves = movesOf(net, nobody, nobody)
  if (isReduced) reduce(moves)
  const found = search(moves, { markings })
  const faults: [Problem['kind'], { element: string; path: readonly string[] } | undefined][] = [
    ['deadlock', found.stuck],
    ['unsafe', found.crowded],
    ['improper-completion', found.endTwice],
    ['no-completion', found.endless],
  ]
  const problems = faults.flatMap(([kind, fault]): Problem[] => (fault ? [{ kind, ...fault }] : []))
  // a search that was cut short has not seen everything, so what it has not seen is not dead for sure
  const unseen = found.isWhole ? deadOf(net, moves, found) : isReduced ? unconnected(net) : []
  for (const node of unseen) problems.push({ kind: 'dead', element: node.id, path: [] })
  return { verdict: problems.length > 0 ? 'unsound' : found.isWhole ? 'sound' : 'unknown', problems }
}

function unconnected(net: Net): GraphNode[] {
  const seen = reachable(net, startsOf(net))
  return net.nodes.filter((node) => isWork(node) && !seen.has(node.id))
}

function isWork(node: GraphNode): boolean {
  return node.kind === 'step' || node.kind === 'boundary'
}

function deadOf(net: Net, moves: Moves, found: Search): GraphNode[] {
  const alive = new Set([...found.alivePlaces].map((index) => moves.places[index]?.id))
  for (const id of idsOf(...[...found.aliveArcs].map((arc) => moves.arcs[arc]?.inside ?? nothing))) alive.add(id)
  return net.nodes.filter((node) => isWork(node) && !alive.has(node.id))
}

/** The levels of a graph from the outside in, each with the node it is inside of. */
export function wayTo(graph: Graph, id: string): string[] | undefined {
  for (const node of graph.nodes) {
    if (node.id === id) return [id]
    const deeper = node.inner && wayTo(node.inner, id)
    if (deeper) return [node.id, ...deeper]
  }
  return undefined
}
