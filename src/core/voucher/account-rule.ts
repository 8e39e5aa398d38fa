import type { CostClass } from './class-of.ts'

/** What an account is looked up for: a cost, a debt to staff or funds, what was kept back for others, money out, a claim. */
export const accountUses = ['expense', 'owed', 'withheld', 'paid', 'claim', 'kept'] as const
export type AccountUse = (typeof accountUses)[number]

/**
 * One rule of the mapping. `key` is the code of a pay item or of a scheme's side (`pension.employer`), or a class that
 * stands for all of its kind (`wages`, `social`). Without a unit or family it holds for all of them.
 */
export type AccountRule = {
  readonly use: AccountUse
  readonly key: string
  readonly unitId: string | null
  readonly familyId: string | null
  readonly account: string
}

export type AccountQuestion = {
  readonly use: AccountUse
  readonly code: string
  readonly costClass: CostClass
  /** The unit and those above it, the nearest first. */
  readonly unitPath: readonly string[]
  readonly familyId: string | null
}

export type AccountBook = ReadonlyMap<string, string>

export function accountBook(rules: readonly AccountRule[]): AccountBook {
  return new Map(rules.map((rule) => [keyOf(rule.use, rule.key, rule.unitId, rule.familyId), rule.account]))
}

/**
 * The account of the rule that fits best: one that names the very item before one of its class, the nearest unit before
 * those above it and before none, and at the same unit the one that names the job family. Undefined: a gap.
 */
export function accountFor(book: AccountBook, asked: AccountQuestion): string | undefined {
  for (const key of [asked.code, asked.costClass]) {
    for (const unitId of [...asked.unitPath, null]) {
      const found =
        (asked.familyId === null ? undefined : book.get(keyOf(asked.use, key, unitId, asked.familyId))) ??
        book.get(keyOf(asked.use, key, unitId, null))
      if (found !== undefined) return found
    }
  }
  return undefined
}

function keyOf(use: AccountUse, key: string, unitId: string | null, familyId: string | null): string {
  return `${use} ${key} ${unitId ?? ''} ${familyId ?? ''}`
}
