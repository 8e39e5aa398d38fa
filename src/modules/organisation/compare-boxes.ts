import { pick } from '#core/local-text'
import type { Say } from './chart-card.ts'
import type { ChartData, ChartNode } from './contract/chart.ts'
import { personName } from './person-name.ts'

/**
 * The boxes of `after` with what differs from `before` marked, and those that are gone where they hung before. Of people
 * who hung elsewhere it is told where; the sentences are in the reader's language.
 */
export function markDifferences(before: ChartData, after: ChartData, say: Say, language: string): ChartData {
  const old = new Map(before.nodes.map((node) => [node.id, node]))
  const now = new Map(after.nodes.map((node) => [node.id, node]))
  const nodes = after.nodes.map((node): ChartNode => {
    const was = old.get(node.id)
    if (!was) return { ...node, mark: 'added' }
    const changes = sentencesFor(was, node, say, language)
    if (was.parentId === node.parentId) return changes.length === 0 ? node : { ...node, mark: 'changed', changes }
    const parent = was.parentId === null ? undefined : old.get(was.parentId)
    const from = say('screens.chart.differs.moved', { before: pick(parent?.title, language) || '—' })
    return {
      ...node,
      mark: 'moved',
      changes: [from, ...changes],
      ...(was.parentId !== null && now.has(was.parentId) ? { movedFromId: was.parentId } : {}),
    }
  })
  const gone = before.nodes.filter((node) => !now.has(node.id)).map((node): ChartNode => ({ ...node, mark: 'removed' }))
  return { nodes: [...nodes, ...gone], lines: after.lines }
}

function sentencesFor(was: ChartNode, is: ChartNode, say: Say, language: string): string[] {
  const names = (node: ChartNode) =>
    node.people.map((person) => personName(person, language)).join(say('screens.chart.comma')) || '—'
  const pairs: [string, string, string][] = [
    ['title', pick(was.title, language), pick(is.title, language)],
    ['note', pick(was.note, language) || '—', pick(is.note, language) || '—'],
    ['seats', String(was.headcount), String(is.headcount)],
    ['people', names(was), names(is)],
  ]
  return pairs
    .filter(([what, before, after]) => before !== after && (is.kind !== 'person' || what === 'note'))
    .map(([what, before, after]) => say(`screens.chart.differs.${what}`, { before, after }))
}
