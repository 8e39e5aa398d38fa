import { pick } from '#core/local-text'
import type { Context } from '#kernel/context'
import { notFound } from '#kernel/problems'
import { repeatedKey, weightsFit, weightTotal, withKeys } from '../rules.ts'
import {
  isPartAlready,
  keyTwice,
  partHasParts,
  partIsDraft,
  partOfItself,
  unknownRight,
  weightsOff,
} from '../problems.ts'
import type { Duty, Indicator, VersionDraft } from '../shapes.ts'
import { composedOf, withParts } from '../store/parts.ts'
import { findResponsibility } from '../store/responsibilities.ts'
import { versionHeads } from '../store/versions.ts'
import { mustCompute } from './sound-formulas.ts'
import type { SoundVersion } from '../store/write-version.ts'

export type Earlier = { indicators: readonly Indicator[]; duties: readonly Duty[]; attribution: string }

/** Checks what a version says and gives its indicators and duties the keys they are followed by. */
export async function soundVersion(
  ctx: Context,
  draft: VersionDraft,
  earlier: Earlier | undefined,
  responsibilityId: string | null,
): Promise<SoundVersion> {
  if (!weightsFit(draft.indicators, draft.parts))
    throw weightsOff({ total: weightTotal(draft.indicators, draft.parts), limit: 1000 })
  const indicators = withKeys(draft.indicators, earlier?.indicators ?? [], 'indicator')
  const duties = withKeys(draft.duties, earlier?.duties ?? [], 'duty')
  const twice = repeatedKey(indicators) ?? repeatedKey(duties)
  if (twice) throw keyTwice({ key: twice })
  const known = new Set(ctx.house.manifests.flatMap((manifest) => manifest.permissions))
  const strange = draft.rights.find((right) => !known.has(right))
  if (strange) throw unknownRight({ right: strange })
  await mustBeParts(ctx, draft.parts, responsibilityId)
  await mustCompute(ctx, indicators, responsibilityId)
  return { ...draft, indicators, duties, attribution: earlier?.attribution ?? '' }
}

/** A part is there, is not a draft, and has no parts by reference itself: two levels are the whole of it. */
async function mustBeParts(ctx: Context, parts: VersionDraft['parts'], responsibilityId: string | null): Promise<void> {
  const twice = repeatedKey(parts.map((part) => ({ key: part.responsibilityId })))
  if (twice) throw keyTwice({ key: twice })
  const referred = parts.filter((part) => part.mode === 'reference').map((part) => part.responsibilityId)
  if (responsibilityId && parts.some((part) => part.responsibilityId === responsibilityId)) throw partOfItself({})
  const composed = await withParts(ctx, referred)
  for (const part of parts) {
    const found = await findResponsibility(ctx, part.responsibilityId)
    const [latest] = found ? await versionHeads(ctx, found.id) : []
    if (!latest) throw notFound({ what: 'responsibility' })
    const name = pick(latest.name, ctx.language)
    if (part.mode === 'reference' && latest.validFrom === null) throw partIsDraft({ name })
    if (composed.has(part.responsibilityId)) throw partHasParts({ name })
  }
  if (referred.length === 0 || !responsibilityId) return
  const [whole] = await composedOf(ctx, responsibilityId, ctx.today, 'reference')
  if (whole) throw isPartAlready({ name: pick(whole.name, ctx.language) })
}
