import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, overlap } from '#core/calendar'
import { appended, closed, mainThatFollows, shifted, withdrawn, type Span, type TimelineStep } from './rules.ts'

const start = '2026-01-01'
const day = fc.integer({ min: -40, max: 80 }).map((offset) => addDays(start, offset))
const verb = fc.oneof(
  fc.record({ do: fc.constant('append' as const), day }),
  fc.record({ do: fc.constant('correct' as const), day, at: fc.nat(5) }),
  fc.record({ do: fc.constant('withdraw' as const), at: fc.nat(5), day }),
  fc.record({ do: fc.constant('close' as const), day: fc.option(day) }),
)

/** Carries a step out as the store does, one row at a time: at no time may two versions share a day. */
function after(versions: readonly Span[], step: TimelineStep, newId: () => string): Span[] {
  let now = versions.filter((version) => version.id !== step.removes)
  for (const move of step.moves) {
    now = now.map((version) => (version.id === move.id ? move : version))
    expectSound(now)
  }
  if (step.opens) now = [...now, { id: newId(), ...step.opens }]
  return now.toSorted((a, b) => (a.from < b.from ? -1 : 1))
}

function expectSound(versions: readonly Span[]): void {
  for (const [at, version] of versions.entries()) {
    if (version.until !== null) expect(version.until > version.from).toBe(true)
    for (const other of versions.slice(at + 1)) expect(overlap(version, other)).toBe(false)
  }
}

test('no sequence of the verbs leaves versions that share a day, an empty one, or a gap between two', () => {
  fc.assert(
    fc.property(fc.array(verb, { maxLength: 25 }), (verbs) => {
      let count = 1
      let versions: Span[] = [{ id: 'v1', from: start, until: null }]
      for (const one of verbs) {
        const id = versions['at' in one ? one.at % versions.length : 0]?.id ?? ''
        const step =
          one.do === 'append'
            ? appended(versions, one.day)
            : one.do === 'correct'
              ? shifted(versions, id, one.day)
              : one.do === 'withdraw'
                ? withdrawn(versions, id, one.day)
                : closed(versions, one.day)
        if ('refused' in step) continue
        versions = after(versions, step, () => `v${(count += 1)}`)
        expectSound(versions)
        expect(versions.length).toBeGreaterThan(0)
        for (const [at, version] of versions.slice(1).entries()) expect(versions[at]?.until).toBe(version.from)
      }
    }),
    { numRuns: 500 },
  )
})

describe('the main seat before a corrected one', () => {
  const seat = (id: string, from: string, until: string | null, kind = 'main') => ({
    id,
    kind,
    sharePermille: 1000,
    from,
    until,
  })
  const before = seat('b', '2026-03-01', null)
  test.each([
    ['follows when it touched', seat('a', '2026-01-01', '2026-03-01'), { ...before, from: '2026-04-01' }, 'a'],
    ['follows backwards too', seat('a', '2026-01-01', '2026-03-01'), { ...before, from: '2026-02-01' }, 'a'],
    ['stays when there was a gap', seat('a', '2026-01-01', '2026-02-01'), { ...before, from: '2026-04-01' }, undefined],
    [
      'stays when nothing of it would be left',
      seat('a', '2026-01-01', '2026-03-01'),
      { ...before, from: '2025-12-01' },
      undefined,
    ],
    ['stays when the day did not move', seat('a', '2026-01-01', '2026-03-01'), before, undefined],
    [
      'no other kind follows',
      seat('a', '2026-01-01', '2026-03-01', 'acting'),
      { ...before, from: '2026-04-01' },
      undefined,
    ],
  ])('%s', (_name, other, corrected, expected) => {
    expect(mainThatFollows([other], before, corrected)?.id).toBe(expected)
  })
})
