import type { Context } from '#kernel/context'

/** What a month brought a person: a score, days worked, an earned bonus. Pay formulas read it by its name. */
export type PersonFigure = {
  readonly personId: string
  /** Lower case with underscores: `performance_score`, `incentive`. */
  readonly name: string
  /** A decimal as text: amounts in yuan, shares as a fraction (0.63), days and hours as they are. */
  readonly value: string
  /** What it is in words, in the language of who asks. */
  readonly label: string
  /** The page that opens it. */
  readonly path: string
}
export type FigureName = { readonly name: string; readonly alias: string }
export type FigureSource = {
  /** Names it may give, with the Chinese names formulas may use for them. */
  readonly names: readonly FigureName[]
  /** Figures of people in a month (`2026-10`) that are final; whoever has none is left out. */
  readonly read: (ctx: Context, personIds: readonly string[], period: string) => Promise<readonly PersonFigure[]>
}

const sources = new Map<string, FigureSource>()

/** A module that knows something of people's months tells it here; whoever needs it asks `personFigures`. */
export function contributePersonFigures(module: string, source: FigureSource): void {
  sources.set(module, source)
}

/** What the modules that are on know of people in a month, each with its module. */
export async function personFigures(
  ctx: Context,
  personIds: readonly string[],
  period: string,
): Promise<(PersonFigure & { readonly module: string })[]> {
  const found: (PersonFigure & { readonly module: string })[] = []
  for (const [module, source] of sources) {
    if (!ctx.isOn(module)) continue
    for (const figure of await source.read(ctx, personIds, period)) found.push({ ...figure, module })
  }
  return found
}

/** Names of all figures that may come, of the modules that are on. */
export function personFigureNames(ctx: Context): readonly (FigureName & { readonly module: string })[] {
  return [...sources].flatMap(([module, source]) =>
    ctx.isOn(module) ? source.names.map((one) => ({ ...one, module })) : [],
  )
}
