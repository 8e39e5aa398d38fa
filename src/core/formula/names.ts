import type { Node } from './syntax.ts'

/** Every dotted name a formula mentions, each once, in the order of mention. */
export function namesIn(node: Node): string[] {
  const found = new Set<string>()
  const waiting: Node[] = [node]
  while (waiting.length > 0) {
    const one = waiting.pop() as Node
    if (one.kind === 'name') found.add(one.path.join('.'))
    waiting.push(...childrenOf(one).toReversed())
  }
  return [...found]
}

function childrenOf(node: Node): readonly Node[] {
  if (node.kind === 'call') return node.given
  if (node.kind === 'binary') return [node.left, node.right]
  if (node.kind === 'negative' || node.kind === 'percent') return [node.operand]
  return node.kind === 'rows' ? node.rows.flat() : []
}
