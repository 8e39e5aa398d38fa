import type { Bounds, BpmnFile, BpmnLevel, BpmnNode, Point } from './model.ts'

const gap = { x: 60, y: 40 }
const margin = 30

/** Sizes as other programs draw them. */
function sizeOf(node: BpmnNode): { width: number; height: number } {
  if (node.type.endsWith('Event')) return { width: 36, height: 36 }
  return node.type.endsWith('Gateway') ? { width: 50, height: 50 } : { width: 100, height: 80 }
}

export type Drawing = Pick<BpmnFile, 'shapes' | 'lines'>

/** Draws what the file does not: columns by the longest way from the start, sub-processes around their content. */
export function layOut(file: BpmnFile): Drawing {
  const shapes = new Map(file.shapes)
  const lines = new Map(file.lines)
  let top = 80
  for (const process of file.processes) {
    if (process.nodes.every((node) => shapes.has(node.id))) continue
    const { height } = place(process, 150, top, shapes)
    top += height + 2 * gap.y
  }
  for (const process of file.processes) connect(process, shapes, lines)
  return { shapes, lines }
}

function place(
  level: BpmnLevel,
  left: number,
  top: number,
  shapes: Map<string, Bounds>,
): { width: number; height: number } {
  const free = level.nodes.filter((node) => node.attachedTo === undefined)
  const column = columnsOf(level)
  let x = left
  let bottom = top
  for (let at = 0; at <= Math.max(0, ...column.values()); at += 1) {
    let y = top
    let width = 0
    for (const node of free.filter((one) => column.get(one.id) === at)) {
      const inner =
        node.level && node.level.nodes.length > 0 ? place(node.level, x + margin, y + margin, shapes) : undefined
      const size = inner ? { width: inner.width + 2 * margin, height: inner.height + 2 * margin } : sizeOf(node)
      shapes.set(node.id, { x, y: inner ? y : y + Math.max(0, (80 - size.height) / 2), ...size })
      width = Math.max(width, size.width)
      y += Math.max(80, size.height) + gap.y
    }
    bottom = Math.max(bottom, y - gap.y)
    x += width + gap.x
  }
  const perHost = new Map<string, number>()
  for (const node of level.nodes) {
    const host = node.attachedTo === undefined ? undefined : shapes.get(node.attachedTo)
    if (!host || node.attachedTo === undefined) continue
    const count = perHost.get(node.attachedTo) ?? 0
    perHost.set(node.attachedTo, count + 1)
    shapes.set(node.id, { x: host.x + 12 + count * 42, y: host.y + host.height - 18, width: 36, height: 36 })
  }
  return { width: x - gap.x - left, height: bottom - top }
}

/** The column of each node: one behind the farthest it comes from; ways back do not count. */
function columnsOf(level: BpmnLevel): Map<string, number> {
  const outs = new Map<string, string[]>()
  const host = new Map(level.nodes.map((node) => [node.id, node.attachedTo]))
  for (const flow of level.flows) {
    const from = host.get(flow.from) ?? flow.from
    outs.set(from, [...(outs.get(from) ?? []), flow.to])
  }
  const column = new Map<string, number>()
  const entered = new Set(level.flows.map((flow) => flow.to))
  const free = level.nodes.filter((node) => node.attachedTo === undefined)
  const starts = free.filter((node) => !entered.has(node.id))
  const open = new Set<string>()
  const order: string[] = []
  const visit = (first: string) => {
    const stack: { id: string; next: number }[] = [{ id: first, next: 0 }]
    open.add(first)
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const to = outs.get(top.id)?.[top.next]
      top.next += 1
      if (to === undefined) {
        order.push(top.id)
        stack.pop()
      } else if (!open.has(to)) {
        open.add(to)
        stack.push({ id: to, next: 0 })
      }
    }
  }
  for (const node of [...starts, ...free]) if (!open.has(node.id)) visit(node.id)
  const rank = new Map(order.toReversed().map((id, index) => [id, index]))
  for (const id of order.toReversed()) {
    const here = column.get(id) ?? 0
    column.set(id, here)
    for (const to of outs.get(id) ?? [])
      if ((rank.get(to) ?? 0) > (rank.get(id) ?? 0)) column.set(to, Math.max(column.get(to) ?? 0, here + 1))
  }
  return column
}

function connect(level: BpmnLevel, shapes: ReadonlyMap<string, Bounds>, lines: Map<string, readonly Point[]>): void {
  for (const flow of level.flows) {
    const from = shapes.get(flow.from)
    const to = shapes.get(flow.to)
    if (!from || !to || lines.has(flow.id)) continue
    const isBorder = level.nodes.some((node) => node.id === flow.from && node.attachedTo !== undefined)
    const start = isBorder
      ? { x: from.x + from.width / 2, y: from.y + from.height }
      : { x: from.x + from.width, y: from.y + from.height / 2 }
    const end = { x: to.x, y: to.y + to.height / 2 }
    lines.set(flow.id, isBorder ? [start, { x: start.x, y: end.y }, end] : bend(start, end))
  }
  for (const node of level.nodes) if (node.level) connect(node.level, shapes, lines)
}

function bend(start: Point, end: Point): Point[] {
  if (start.y === end.y) return [start, end]
  const x = end.x > start.x ? end.x - 30 : start.x + 20
  return [start, { x, y: start.y }, { x, y: end.y }, end]
}
