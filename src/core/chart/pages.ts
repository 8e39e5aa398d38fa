import type { Forest } from './forest.ts'
import { layOut, usualSizes, type Layout, type Sizes } from './layout.ts'

export type Page = {
  readonly forest: Forest
  readonly layout: Layout
  /** At what scale it fills the room, at most the largest that is asked for. */
  readonly scale: number
  /** The page, from 0, on which the top of this one stands among others; -1 for the first ones. */
  readonly cameFrom: number
  /** On which page, from 0, a branch goes on that is cut off here, by the number of its top. */
  readonly goesOn: ReadonlyMap<number, number>
}

export type Room = {
  /** In the unit of the scale: points of paper per px of the chart. */
  readonly width: number
  readonly height: number
  /** A branch goes on another page rather than being drawn smaller. */
  readonly leastScale: number
  readonly mostScale: number
}

/**
 * Cuts a chart into pages that can be read: each begins with one branch, or with several small ones, unfolded as far as
 * it fits; what does not fit goes on a later page. Too many children for one page are spread over several.
 */
export function pagesOf(
  forest: Forest,
  isOpen: (number: number) => boolean,
  room: Room,
  sizes: Sizes = { ...usualSizes, stacksFolded: true },
): Page[] {
  const pages: Page[] = []
  const waiting: { tops: readonly number[]; cameFrom: number; cut: Map<number, number> | null }[] = [
    { tops: forest.tops, cameFrom: -1, cut: null },
  ]
  for (let next = 0; next < waiting.length; next++) {
    const { tops, cameFrom, cut } = waiting[next]!
    for (const top of cut ? tops : []) cut?.set(top, pages.length)
    for (const piece of piecesOf(forest, tops, isOpen, room, sizes)) {
      const goesOn = new Map<number, number>()
      const at = pages.length
      pages.push({ ...piece.page, cameFrom, goesOn })
      const cutOff = [...piece.page.layout.numbers].filter(
        (number) => isOpen(number) && !piece.open.has(number) && forest.children[number]!.length > 0,
      )
      for (const group of groupsOf(forest, cutOff, isOpen, room, sizes))
        waiting.push({ tops: group, cameFrom: at, cut: goesOn })
    }
  }
  return pages
}

type Piece = { readonly page: Omit<Page, 'cameFrom' | 'goesOn'>; readonly open: ReadonlySet<number> }

/** The pages for one branch (or for the tops): one, or as many as its children need. */
function piecesOf(
  forest: Forest,
  tops: readonly number[],
  isOpen: (number: number) => boolean,
  room: Room,
  sizes: Sizes,
): Piece[] {
  const whole = deepest({ ...forest, tops }, isOpen, room, sizes)
  if (whole.page.scale >= room.leastScale) return [whole]
  const parent = tops.length === 1 ? tops[0]! : -1
  const many = parent < 0 ? tops : forest.children[parent]!
  const cutTo = (slice: readonly number[]): Forest =>
    parent < 0 ? { ...forest, tops: slice } : { ...forest, tops, children: forest.children.with(parent, slice) }
  const pieces: Piece[] = []
  for (let done = 0; done < many.length;) {
    let count = Math.min(many.length - done, mostOnAPage)
    let piece = deepest(cutTo(many.slice(done, done + count)), isOpen, room, sizes)
    while (count > 1 && piece.page.scale < room.leastScale) {
      count = Math.max(1, Math.floor(count * 0.75))
      piece = deepest(cutTo(many.slice(done, done + count)), isOpen, room, sizes)
    }
    pieces.push(piece)
    done += count
  }
  return pieces
}

const mostOnAPage = 96

/** Neighbouring branches that are small enough to stand whole on one page together. */
function groupsOf(
  forest: Forest,
  tops: readonly number[],
  isOpen: (number: number) => boolean,
  room: Room,
  sizes: Sizes,
): number[][] {
  const fits = (group: readonly number[]) => {
    const layout = layOut({ ...forest, tops: group }, isOpen, 'down', sizes)
    return Math.min(room.width / layout.width, room.height / layout.height) >= room.leastScale
  }
  const groups: number[][] = []
  let group: number[] = []
  for (const top of tops) {
    if (group.length > 0 && fits([...group, top])) group.push(top)
    else {
      group = [top]
      groups.push(group)
    }
  }
  return groups
}

/** The branch unfolded as many levels as fit, at least its first. */
function deepest(forest: Forest, isOpen: (number: number) => boolean, room: Room, sizes: Sizes): Piece {
  let open = new Set<number>()
  let best: Piece | null = null
  for (let level = 0; level < mostLevels; level++) {
    const unfolded = open
    const layout = layOut(forest, (number) => unfolded.has(number), 'down', sizes)
    const scale = Math.min(room.mostScale, room.width / layout.width, room.height / layout.height)
    if (best && level > 1 && scale < room.leastScale) return best
    best = { page: { forest, layout, scale }, open: unfolded }
    const next = layout.numbers.filter((number) => !unfolded.has(number) && isOpen(number))
    const grown = new Set([...unfolded, ...[...next].filter((number) => forest.children[number]!.length > 0)])
    if (grown.size === unfolded.size) return best
    // several tops stand for themselves: unfolding them is the second step
    if (level === 0 && forest.tops.length > 1 && scale < room.leastScale) return best
    open = grown
  }
  return best ?? { page: { forest, layout: layOut(forest, () => false), scale: room.mostScale }, open }
}

const mostLevels = 100
