import type { Step } from '#core/flow'
import type { Say } from '#web/words'
import { allSteps, rowsIn } from '../edit/tree.ts'

/** What the checker or the server says is wrong, in one shape. */
export type Trouble = {
  readonly kind: string
  readonly element: string
  readonly path: readonly string[]
  readonly with?: string | null
  readonly blocks: boolean
  readonly message?: string | null
}

/** What the node of a path is called: a step by its name, else by its kind; joins by their block. */
export function titleOf(steps: readonly Step[], id: string, t: Say): string {
  if (id === 'start' || id === 'end') return t(`designer.kinds.${id}`)
  const all = allSteps(steps)
  const step = all.find((one) => one.id === id)
  if (step) return step.name || t(`designer.kinds.${step.kind}`)
  for (const block of all) {
    if (id === `${block.id}.join` || id === `${block.id}.until`)
      return t('designer.tree.join', { name: block.name || t(`designer.kinds.${block.kind}`) })
    const row = rowsIn(block).find((one) => one.row === id)
    if (row) return row.arm?.name || t('designer.kinds.otherwise')
  }
  return id
}

/** The sentence that names the step. */
export function troubleText(
  trouble: Trouble,
  steps: readonly Step[],
  t: Say,
  fieldName: (key: string) => string,
): string {
  const { kind, element } = trouble
  const facts = {
    name: titleOf(steps, element, t),
    with: trouble.with ? titleOf(steps, trouble.with, t) : '',
    field: fieldName(trouble.path[0] ?? trouble.with ?? ''),
    way: trouble.path.map((id) => titleOf(steps, id, t)).join(' → '),
    message: trouble.message ?? '',
  }
  const key = kind === 'auto-pass' ? `auto-pass-${trouble.with ?? ''}` : kind
  return t(`designer.problems.${key}`, facts)
}

/**
 * What is lit of the tree for a path of the graph: its steps, the arms they lie in, and the empty arm by which a block was
 * passed.
 */
export function wayOf(steps: readonly Step[], path: readonly string[]): Set<string> {
  const lit = new Set(path)
  for (const block of allSteps(steps)) {
    if (!('arms' in block) || !lit.has(block.id)) continue
    const isPassed = path.some((id, index) => id === block.id && path[index + 1] === `${block.id}.join`)
    for (const row of rowsIn(block)) {
      const holdsLit = allSteps(row.steps).some((step) => lit.has(step.id))
      if (holdsLit || (isPassed && row.steps.length === 0)) lit.add(row.row)
    }
  }
  return lit
}
