import type { Filter } from '#core/indicator'
import type { Day } from '#core/calendar'
import type { Context } from '#kernel/context'

/** Which facts count for a task: of a kind, with filters, of the person (and the one they stand in for), on its days. */
export type CountAsk = {
  readonly taskId: string
  readonly kind: string
  readonly where: readonly Filter[]
  readonly personIds: readonly string[]
  readonly subjectId: string | null
  readonly from: Day
  readonly until: Day
}

/** Facts that stand, less those taken back; the task's own hand-ins are not among them. */
export type Counted = { readonly taskId: string; readonly source: string; readonly count: number }

export type FactFound = {
  readonly id: string
  readonly kind: string
  readonly happenedAt: Date
  readonly personId: string | null
  readonly unitId: string | null
  readonly subjectId: string | null
  readonly dimensions: Readonly<Record<string, string>>
  /** The fact it takes back. */
  readonly reversesId: string | null
}

export type FactSource = {
  readonly count: (ctx: Context, asks: readonly CountAsk[]) => Promise<Counted[]>
  readonly find: (ctx: Context, ids: readonly string[]) => Promise<FactFound[]>
}

const sources = new Map<string, FactSource>()

/** The module that keeps facts stands above: it says here how to count and find them. Asked only while it is on. */
export function contributeFacts(module: string, source: FactSource): void {
  sources.set(module, source)
}

export function factSource(ctx: Context): FactSource | undefined {
  for (const [module, source] of sources) if (ctx.isOn(module)) return source
  return undefined
}
