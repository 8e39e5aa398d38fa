import { catalogueOf, compile, compileSet, type FormulaSet, type NamedProblem, type NameEntry } from '#core/formula'
import type { LocalText } from '#core/local-text'
import { statutoryNames, type PayItem } from '#core/payroll'
import { inputNamePattern, runInputNames } from './input-names.ts'

type ItemLike = Pick<PayItem, 'code' | 'kind' | 'formula'> & { readonly name: LocalText }
export type ItemProblem =
  | NamedProblem
  | { readonly name: string; readonly code: 'circle-through-tax'; readonly needs: string }
export type CheckedItems = {
  readonly problems: readonly ItemProblem[]
  /** Per item, the items whose formulas use it. */
  readonly usedBy: ReadonlyMap<string, readonly string[]>
  readonly order: FormulaSet['order']
}

/** Names an item must not take: what every run brings, and what comes out of the country's rules. */
export const reservedCodes: ReadonlySet<string> = new Set([
  ...runInputNames.map(({ name }) => name),
  ...Object.keys(statutoryNames),
])

/** What formulas may call an item besides its code: its Chinese name, where that is one word. */
export function aliasesOf({ code, name }: Pick<ItemLike, 'code' | 'name'>): string[] {
  const alias = name['zh-CN']
  return alias && alias !== code && /^[\p{L}_][\p{L}\p{M}\p{Nd}_]*$/u.test(alias) && !statutoryAliases.has(alias)
    ? [alias]
    : []
}

/**
 * Holds all items of a group against each other as a run would: broken formulas with their place, circles by name, and
 * earnings that need their own tax. `inputs` are the names a run gives.
 */
export function checkItems(items: readonly ItemLike[], inputs: readonly NameEntry[]): CheckedItems {
  const own = new Set(items.flatMap((item) => [item.code, ...aliasesOf(item)]))
  const free = inputs
    .filter(({ name }) => !own.has(name))
    .map(({ aliases = [], ...entry }) => ({ ...entry, aliases: aliases.filter((alias) => !own.has(alias)) }))
  const catalogue = catalogueOf([...free, ...statutoryEntries])
  const set = compileSet(
    items.map((item) => ({ name: item.code, aliases: aliasesOf(item), formula: item.formula })),
    catalogue,
  )
  const usedBy = new Map<string, string[]>()
  const late = new Map<string, string>()
  const problems: ItemProblem[] = [...set.problems]
  const kinds = new Map(items.map((item) => [item.code, item.kind]))
  for (const { name, program, uses } of set.order) {
    for (const used of uses) usedBy.set(used, [...(usedBy.get(used) ?? []), name])
    const direct = program.names.find((entry) => Object.hasOwn(statutoryNames, entry.name))?.name
    const needs = direct ?? uses.map((one) => late.get(one)).find((one) => one !== undefined)
    if (needs !== undefined) late.set(name, needs)
    if (needs !== undefined && kinds.get(name) === 'earning') problems.push({ name, code: 'circle-through-tax', needs })
    if (program.type !== 'number' && kinds.get(name) !== 'information')
      problems.push({ name, code: 'wrong-type', facts: { wanted: ['number'], found: String(program.type) } })
  }
  return { problems, usedBy, order: set.order }
}

/**
 * Names that formulas kept earlier use and nobody brings any more: the last fixed amount or one-off input of the name is
 * gone. They count as 0 in a run, so they stay known; a new formula can't begin with one.
 */
export function strayNames(kept: readonly ItemLike[], inputs: readonly NameEntry[]): string[] {
  const own = new Set(kept.flatMap((item) => [item.code, ...aliasesOf(item)]))
  const others = inputs.filter(({ name, aliases = [] }) => ![name, ...aliases].some((one) => own.has(one)))
  const named = [...own].map((name): NameEntry => ({ name, type: 'number' }))
  const catalogue = catalogueOf([...others, ...named, ...statutoryEntries])
  const found = kept.flatMap(({ formula }) => {
    const compiled = compile(formula, catalogue)
    const unknown = compiled.ok ? [] : compiled.problems.filter(({ code }) => code === 'unknown-name')
    return unknown.map(({ facts }) => String(facts['name']))
  })
  return [...new Set(found)].filter((name) => inputNamePattern.test(name))
}

/** Of versions of one day, those a group is paid by. */
export function ofGroup<Version extends { readonly groupId: string | null; readonly code: string }>(
  versions: readonly Version[],
  groupId: string | null,
): Version[] {
  const own = new Set(versions.filter((one) => one.groupId !== null && one.groupId === groupId).map(({ code }) => code))
  return versions.filter((one) => one.groupId === groupId || (one.groupId === null && !own.has(one.code)))
}

const statutoryAliases: ReadonlySet<string> = new Set(Object.values(statutoryNames))
const statutoryEntries = Object.entries(statutoryNames).map(([name, alias]): NameEntry => ({
  name,
  aliases: [alias],
  type: 'number',
  source: 'statutory',
}))
