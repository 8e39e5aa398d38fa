import type { Block, LineChange } from './contract.ts'
import type { Requirement } from './shapes.ts'

/** JSON with the keys of every object in order, so that equal contents are equal texts however they were stored. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item ?? null)).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null)
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`
}

/**
 * The requirements of a profile with a position's own: one that names the same thing replaces the profile's, the others
 * come behind. Musts stand before wishes, heavier ones first.
 */
export function joinedRequirements(
  profile: readonly Requirement[],
  own: readonly Requirement[],
): (Requirement & { isOwn: boolean })[] {
  const names = new Set(own.map(thingOf))
  const all = [
    ...profile.filter((one) => !names.has(thingOf(one))).map((one) => ({ ...one, isOwn: false })),
    ...own.map((one) => ({ ...one, isOwn: true })),
  ]
  const rank = { must: 0, wish: 1 }
  return all.toSorted((a, b) => rank[a.strength] - rank[b.strength] || b.weight - a.weight)
}

/**
 * What one text says that the other does not, line by line within each section; lines that only moved are no change.
 * The first block, the title with number and date, is not compared.
 */
export function lineChanges(before: readonly Block[], after: readonly Block[]): LineChange[] {
  const [old, fresh] = [linesOf(before), linesOf(after)]
  const sections = [...new Set([...old, ...fresh].map((line) => line.section))]
  return sections.flatMap((section) => {
    const was = old.filter((line) => line.section === section).map((line) => line.text)
    const is = fresh.filter((line) => line.section === section).map((line) => line.text)
    return [
      ...without(was, is).map((text): LineChange => ({ section, kind: 'removed', text })),
      ...without(is, was).map((text): LineChange => ({ section, kind: 'added', text })),
    ]
  })
}

function thingOf(one: Requirement): string {
  if (one.kind === 'education') return 'education'
  if (one.kind === 'experience') return `experience ${canonical(one.field ?? {})}`
  return `${one.kind} ${canonical(one.name)}`
}

function linesOf(blocks: readonly Block[]): { section: string; text: string }[] {
  let top = ''
  let section = ''
  return blocks.flatMap((block) => {
    if (block.kind === 'title') return []
    if (block.kind === 'heading') {
      if ((block.level ?? 1) === 1) top = block.text
      section = (block.level ?? 1) === 1 ? block.text : `${top} › ${block.text}`
      return block.note ? [{ section, text: block.note }] : []
    }
    return textsOf(block).map((text) => ({ section, text }))
  })
}

function textsOf(block: Exclude<Block, { kind: 'title' | 'heading' }>): string[] {
  if (block.kind === 'paragraph') return [block.text]
  if (block.kind === 'list') return block.items
  if (block.kind === 'facts') return block.items.map(({ label, value }) => `${label}: ${value}`)
  return block.rows.map((row) => row.filter(Boolean).join(' · '))
}

/** What is left of a list when each line of the other is taken out once. */
function without(lines: readonly string[], others: readonly string[]): string[] {
  const left = [...others]
  return lines.filter((line) => {
    const at = left.indexOf(line)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}
