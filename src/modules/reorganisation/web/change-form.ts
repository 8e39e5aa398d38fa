import type { LocalText } from '#core/local-text'
import type { Change, ChangeKind, Raci, SeatKind, UnitKind } from '#core/reorganisation'
import { newKey } from '#web/send'

type NewUnit = { unitId: string; name: LocalText; kind: UnitKind; code: string }

/** A change as it stands in the form: every field of every kind, so that another kind keeps what was filled in. */
export type ChangeForm = {
  do: ChangeKind
  day: string | null
  unitId: string | null
  parentId: string | null
  toUnitId: string | null
  intoUnitId: string | null
  unitIds: readonly string[]
  into: readonly NewUnit[]
  /** Where positions and units below go when a unit is split, by their ids. */
  places: Readonly<Record<string, string>>
  stays: boolean
  name: LocalText
  kind: UnitKind
  code: string
  positionId: string | null
  fromPositionId: string | null
  toPositionId: string | null
  reportsToId: string | null
  headcount: number
  isLead: boolean
  personId: string | null
  seatKind: SeatKind | null
  sharePercent: number | null
  overReason: string
  responsibilityId: string | null
  raci: Raci
  weightPercent: number | null
}

export function newForm(kind: ChangeKind): ChangeForm {
  return {
    do: kind,
    day: null,
    unitId: null,
    parentId: null,
    toUnitId: null,
    intoUnitId: null,
    unitIds: [],
    into: [newUnit()],
    places: {},
    stays: false,
    name: {},
    kind: 'department',
    code: '',
    positionId: null,
    fromPositionId: null,
    toPositionId: null,
    reportsToId: null,
    headcount: 1,
    isLead: false,
    personId: null,
    seatKind: null,
    sharePercent: null,
    overReason: '',
    responsibilityId: null,
    raci: 'accountable',
    weightPercent: null,
  }
}

export function newUnit(): NewUnit {
  return { unitId: newKey(), name: {}, kind: 'department', code: '' }
}

export function formOf(change: Change): ChangeForm {
  const { do: kind, day, ...content } = change
  const form = { ...newForm(kind), ...(content as Partial<ChangeForm>), day: day ?? null }
  if (change.do === 'create-position' || change.do === 'rename-position') form.name = change.title
  if (change.do === 'end-responsibility') form.fromPositionId = change.positionId
  if (change.do === 'move-responsibility') form.weightPercent = percentOf(change.weightPermille)
  if (change.do === 'reassign-person') {
    form.seatKind = change.kind ?? null
    form.kind = 'department'
    form.sharePercent = percentOf(change.sharePermille)
  }
  if (change.do === 'split-unit') {
    form.into = change.into.map((unit) => ({ ...unit, code: unit.code ?? '' }))
    form.places = Object.fromEntries([
      ...change.positions.map((one) => [one.positionId, one.toUnitId]),
      ...change.units.map((one) => [one.unitId, one.toUnitId]),
    ])
  }
  return form
}

/** The change a form says, or null while something it needs is missing. `below` tells units from positions in `places`. */
export function changeOf(form: ChangeForm, isPosition: (id: string) => boolean): Change | null {
  const dated = form.day ? { day: form.day } : {}
  const coded = form.code.trim() ? { code: form.code.trim() } : {}
  const { unitId, parentId, positionId, personId, responsibilityId, name, kind } = form
  const isNamed = Object.keys(name).length > 0
  switch (form.do) {
    case 'create-unit':
      return parentId && isNamed
        ? { do: form.do, unitId: unitId ?? newKey(), name, kind, parentId, ...coded, ...dated }
        : null
    case 'rename-unit':
      return unitId && isNamed ? { do: form.do, unitId, name, ...dated } : null
    case 'move-unit':
      return unitId && parentId ? { do: form.do, unitId, parentId, ...dated } : null
    case 'split-unit': {
      const into = form.into.map(({ code, ...unit }) => ({ ...unit, ...(code.trim() ? { code: code.trim() } : {}) }))
      if (!unitId || into.length === 0 || into.some((unit) => Object.keys(unit.name).length === 0)) return null
      const known = new Set(into.map((unit) => unit.unitId))
      const places = Object.entries(form.places).filter(([, toUnitId]) => known.has(toUnitId))
      const positions = places.filter(([id]) => isPosition(id)).map(([id, toUnitId]) => ({ positionId: id, toUnitId }))
      const units = places.filter(([id]) => !isPosition(id)).map(([id, toUnitId]) => ({ unitId: id, toUnitId }))
      return { do: form.do, unitId, into, positions, units, stays: form.stays, ...dated }
    }
    case 'merge-units': {
      const { intoUnitId, unitIds } = form
      return intoUnitId && unitIds.length > 0 ? { do: form.do, unitIds: [...unitIds], intoUnitId, ...dated } : null
    }
    case 'close-unit':
      return unitId ? { do: form.do, unitId, toUnitId: form.toUnitId, ...dated } : null
    case 'create-position': {
      const { headcount, reportsToId, isLead } = form
      const content = { title: name, headcount, reportsToId, isLead, ...coded, ...dated }
      return unitId && isNamed ? { do: form.do, positionId: positionId ?? newKey(), unitId, ...content } : null
    }
    case 'rename-position':
      return positionId && isNamed ? { do: form.do, positionId, title: name, ...dated } : null
    case 'move-position':
      return positionId && unitId ? { do: form.do, positionId, unitId, ...dated } : null
    case 'change-headcount':
      return positionId ? { do: form.do, positionId, headcount: form.headcount, ...dated } : null
    case 'change-line':
      return positionId ? { do: form.do, positionId, reportsToId: form.reportsToId, ...dated } : null
    case 'close-position':
      return positionId ? { do: form.do, positionId, toPositionId: form.toPositionId, ...dated } : null
    case 'reassign-person': {
      const { fromPositionId, toPositionId, seatKind, sharePercent, overReason } = form
      if (!personId || (!fromPositionId && !toPositionId)) return null
      return {
        do: form.do,
        personId,
        fromPositionId,
        toPositionId,
        ...(seatKind ? { kind: seatKind } : {}),
        ...(sharePercent === null ? {} : { sharePermille: Math.round(sharePercent * 10) }),
        ...(overReason.trim() ? { overReason: overReason.trim() } : {}),
        ...dated,
      }
    }
    case 'move-responsibility': {
      const { fromPositionId, toPositionId, raci, weightPercent } = form
      const weight = weightPercent === null ? {} : { weightPermille: Math.round(weightPercent * 10) }
      return responsibilityId && toPositionId
        ? { do: form.do, responsibilityId, fromPositionId, toPositionId, raci, ...weight, ...dated }
        : null
    }
    case 'end-responsibility': {
      const { fromPositionId, raci } = form
      return responsibilityId && fromPositionId
        ? { do: form.do, responsibilityId, positionId: fromPositionId, raci, ...dated }
        : null
    }
  }
}

function percentOf(permille: number | undefined): number | null {
  return permille === undefined ? null : permille / 10
}
