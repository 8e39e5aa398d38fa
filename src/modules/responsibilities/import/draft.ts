import { Handling } from '#core/cadence'
import type { LocalText } from '#core/local-text'
import { sameName } from '../rules.ts'
import type { Duty, DutyDraft, Indicator, IndicatorDraft, Version, VersionDraft } from '../shapes.ts'
import { texts, type SheetResponsibility } from './group.ts'

/** A new responsibility as the sheet says it. */
export function draftOf(one: SheetResponsibility): VersionDraft {
  return {
    name: one.name,
    ...(one.purpose ? { purpose: texts(one.purpose) } : {}),
    activities: one.activities,
    inputs: [],
    outputs: [],
    capabilities: [],
    processRules: [],
    knowledge: [],
    changeNote: '',
    indicators: one.indicators,
    duties: one.duties.map((duty) => dutyDraft(duty)),
    rights: [],
    parts: [],
  }
}

/** What the sheet says put over what stands: parts no row brings stay, texts keep the languages the sheet leaves out. */
export function mergedDraft(one: SheetResponsibility, version: Version | undefined): VersionDraft {
  const draft = draftOf(one)
  if (!version) return draft
  return {
    name: { ...version.name, ...one.name },
    purpose: { ...version.purpose, ...draft.purpose },
    activities: one.activities.length > 0 ? mergedLines(one.activities, version.activities) : version.activities,
    inputs: version.inputs,
    outputs: version.outputs,
    capabilities: version.capabilities,
    processRules: version.processRules,
    knowledge: version.knowledge,
    changeNote: '',
    indicators:
      one.indicators.length > 0
        ? one.indicators.map((item) => mergedIndicator(item, version.indicators))
        : version.indicators.map(plainIndicator),
    duties:
      one.duties.length > 0
        ? one.duties.map((duty) => mergedDuty(duty, version.duties))
        : version.duties.map(plainDuty),
    rights: version.rights,
    parts: version.parts.map(({ code: _code, name: _name, ...part }) => part),
  }
}

/** A line that stands already in one language keeps its other languages. */
function mergedLines(lines: readonly LocalText[], old: readonly LocalText[]): LocalText[] & Record<string, string>[] {
  return lines.map((line) => ({ ...old.find((other) => sameName(other, line)), ...line }))
}

function mergedIndicator(item: IndicatorDraft, old: readonly Indicator[]): IndicatorDraft {
  const same = old.find((other) => sameName(other.name, item.name))
  return same ? { ...item, key: same.key, name: { ...same.name, ...item.name }, localTargets: same.localTargets } : item
}

function mergedDuty(duty: SheetResponsibility['duties'][number], old: readonly Duty[]): DutyDraft {
  const same = old.find((other) => sameName(other.name, duty.name))
  if (!same) return dutyDraft(duty)
  return {
    ...plainDuty(same),
    name: { ...same.name, ...duty.name },
    cadence: duty.cadence,
    factKind: duty.factKind ?? same.factKind,
  }
}

function dutyDraft({ name, cadence, factKind }: SheetResponsibility['duties'][number]): DutyDraft {
  return {
    name,
    steps: [],
    cadence,
    form: { fields: [], photo: 'optional' },
    handling: Handling.parse({}),
    ...(factKind ? { factKind } : {}),
  }
}

function plainIndicator({ id: _id, ...item }: Indicator): IndicatorDraft {
  return item
}

function plainDuty({ id: _id, ...duty }: Duty): DutyDraft {
  return duty
}
