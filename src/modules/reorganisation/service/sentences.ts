import type { Alarm, Change, Facts } from '#core/reorganisation'
import { pick } from '#core/local-text'
import { say, type Language } from '#kernel/i18n'
import type { Book } from './book.ts'

const sayIt = (book: Book, key: string, facts: Record<string, unknown> = {}) =>
  say(book.language as Language, `reorganisation.${key}`, facts)

/** What a change does, as a sentence. */
export function changeSentence(book: Book, change: Change): string {
  const sentence = sayIt(book, `changes.${variantOf(change)}`, factsOf(book, change))
  return change.day ? sayIt(book, 'changes.on-day', { sentence, day: change.day }) : sentence
}

/** What is wrong, or in the way, as a sentence. */
export function faultSentence(book: Book, code: string, facts: Facts): string {
  const isUnit = code.endsWith('-unit') || code === 'unit-cycle'
  return sayIt(book, `faults.${code}${code === 'orphan-holding' && facts.unitId ? '-of-unit' : ''}`, {
    ...thing(book, facts),
    other: isUnit ? book.unit(facts.otherId) : book.position(facts.otherId),
    day: facts.day ?? '',
    total: (facts.totalPermille ?? 0) / 10,
    code: facts.code ?? '',
  })
}

export function alarmSentence(book: Book, alarm: Alarm): string {
  const { code, totalPermille, count } = alarm
  return sayIt(book, `alarms.${code}`, { ...thing(book, alarm), total: (totalPermille ?? 0) / 10, count: count ?? 0 })
}

/** `what` is whichever of the four the facts are about. */
function thing(book: Book, facts: Facts | Alarm) {
  const { unitId, positionId, personId, responsibilityId } = facts
  const named = {
    unit: unitId ? book.unit(unitId) : '',
    position: positionId ? book.position(positionId) : '',
    person: personId ? book.person(personId) : '',
    responsibility: responsibilityId ? book.responsibility(responsibilityId) : '',
  }
  return { ...named, what: named.person || named.responsibility || named.position || named.unit }
}

function variantOf(change: Change): string {
  if (change.do === 'split-unit') return change.stays ? 'split-unit-stays' : 'split-unit'
  if (change.do === 'close-unit') return change.toUnitId ? 'close-unit-to' : 'close-unit'
  if (change.do === 'close-position') return change.toPositionId ? 'close-position-to' : 'close-position'
  if (change.do === 'change-line') return change.reportsToId ? 'change-line' : 'change-line-top'
  if (change.do === 'move-responsibility') return change.fromPositionId ? 'move-responsibility' : 'give-responsibility'
  if (change.do !== 'reassign-person') return change.do
  if (change.toPositionId === null) return 'end-seat'
  if (change.fromPositionId === null) return 'begin-seat'
  return change.fromPositionId === change.toPositionId ? 'reshape-seat' : 'reassign-person'
}

function factsOf(book: Book, change: Change): Record<string, unknown> {
  const own = (text: Parameters<typeof pick>[0]) => pick(text, book.language)
  const join = (names: readonly string[]) => names.join(sayIt(book, 'changes.comma'))
  switch (change.do) {
    case 'create-unit':
      return {
        unit: own(change.name),
        parent: book.unit(change.parentId),
        kind: sayIt(book, `unitKinds.${change.kind}`),
      }
    case 'rename-unit':
      return { unit: book.unit(change.unitId), name: own(change.name) }
    case 'move-unit':
      return { unit: book.unit(change.unitId), parent: book.unit(change.parentId) }
    case 'split-unit':
      return { unit: book.unit(change.unitId), into: join(change.into.map((unit) => own(unit.name))) }
    case 'merge-units': {
      const others = change.unitIds.filter((id) => id !== change.intoUnitId)
      return { units: join(others.map((id) => book.unit(id))), into: book.unit(change.intoUnitId) }
    }
    case 'close-unit':
      return { unit: book.unit(change.unitId), to: book.unit(change.toUnitId) }
    case 'create-position':
      return { position: own(change.title), unit: book.unit(change.unitId), headcount: change.headcount }
    case 'rename-position':
      return { position: book.position(change.positionId), name: own(change.title) }
    case 'move-position':
      return { position: book.position(change.positionId), unit: book.unit(change.unitId) }
    case 'change-headcount':
      return { position: book.position(change.positionId), headcount: change.headcount }
    case 'change-line':
      return { position: book.position(change.positionId), to: book.position(change.reportsToId) }
    case 'close-position':
      return { position: book.position(change.positionId), to: book.position(change.toPositionId) }
    case 'reassign-person': {
      const places = { from: book.position(change.fromPositionId), to: book.position(change.toPositionId) }
      const kind = change.kind ? sayIt(book, `seatKinds.${change.kind}`) : sayIt(book, 'seatKinds.same')
      const share =
        change.sharePermille === undefined ? '' : sayIt(book, 'changes.share', { percent: change.sharePermille / 10 })
      return { person: book.person(change.personId), ...places, kind, share }
    }
    case 'move-responsibility': {
      const places = { from: book.position(change.fromPositionId), to: book.position(change.toPositionId) }
      return {
        responsibility: book.responsibility(change.responsibilityId),
        ...places,
        raci: sayIt(book, `racis.${change.raci}`),
      }
    }
    case 'end-responsibility':
      return {
        responsibility: book.responsibility(change.responsibilityId),
        position: book.position(change.positionId),
        raci: sayIt(book, `racis.${change.raci}`),
      }
  }
}
