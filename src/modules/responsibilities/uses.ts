import type { Context } from '#kernel/context'
import type { Use } from './contract.ts'

export type UseSource = (ctx: Context, responsibilityId: string) => Promise<Use[]>

const sources = new Map<string, UseSource>()

/** What a module above has that stands on a responsibility: its tasks, boards, goals, flows. Asked only while the module is on. */
export function contributeUses(module: string, source: UseSource): void {
  sources.set(module, source)
}

export async function contributedUses(ctx: Context, responsibilityId: string): Promise<Use[]> {
  const uses: Use[] = []
  for (const [module, source] of sources) if (ctx.isOn(module)) uses.push(...(await source(ctx, responsibilityId)))
  return uses
}
