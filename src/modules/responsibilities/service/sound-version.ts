import { repeatedKey, weightsFit, weightTotal, withKeys } from '../rules.ts'
import { keyTwice, weightsOff } from '../problems.ts'
import type { Duty, Indicator, VersionDraft } from '../shapes.ts'
import type { SoundVersion } from '../store/write-version.ts'

/** Checks what a version says and gives its indicators and duties the keys they are followed by. */
export function soundVersion(
  draft: VersionDraft,
  earlier: { indicators: readonly Indicator[]; duties: readonly Duty[]; attribution: string } | undefined,
): SoundVersion {
  if (!weightsFit(draft.indicators)) throw weightsOff({ total: weightTotal(draft.indicators), limit: 1000 })
  const indicators = withKeys(draft.indicators, earlier?.indicators ?? [], 'indicator')
  const duties = withKeys(draft.duties, earlier?.duties ?? [], 'duty')
  const twice = repeatedKey(indicators) ?? repeatedKey(duties)
  if (twice) throw keyTwice({ key: twice })
  return { ...draft, indicators, duties, attribution: earlier?.attribution ?? '' }
}
