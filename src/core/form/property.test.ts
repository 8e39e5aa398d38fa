import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyForm, anyRights, anyValues } from './forms-for-tests.ts'
import {
  applyChange,
  flowDataOf,
  flowFieldsOf,
  formFaults,
  formFor,
  formProblems,
  mentionsOf,
  rightsOf,
  rightTo,
  settle,
  visibleValues,
  writeFaults,
  type Rights,
} from './index.ts'

const runs = { numRuns: 600 }

test('settling twice is settling once', () => {
  fc.assert(
    fc.property(anyForm, anyValues, (form, values) => {
      const once = settle(form, values)
      const twice = settle(form, once.values)
      expect(twice.values).toEqual(once.values)
      expect([...twice.shown]).toEqual([...once.shown])
      expect([...twice.required]).toEqual([...once.required])
    }),
    runs,
  )
})

test('no field hidden from a reader is among the values, and none that rules hide', () => {
  fc.assert(
    fc.property(anyForm, anyValues, anyRights, (form, values, rights) => {
      const { shown } = settle(form, values)
      for (const key of Object.keys(visibleValues(form, rights as Rights, values))) {
        expect(rightTo(rights as Rights, key)).not.toBe('hidden')
        expect(shown.has(key)).toBe(true)
      }
    }),
    runs,
  )
})

test('the form for a reader names nothing hidden and shows what the whole form shows', () => {
  fc.assert(
    fc.property(anyForm, anyValues, anyRights, (form, values, rights) => {
      fc.pre(!formProblems(form).some(({ code }) => code === 'circle'))
      const all = rights as Rights
      const reduced = formFor(form, all, values)
      const hidden = form.fields.map(({ key }) => key).filter((key) => rightTo(all, key) === 'hidden')
      for (const key of hidden) expect(JSON.stringify(reduced)).not.toContain(`"${key}"`)
      const whole = settle(form, values)
      const seen = settle(reduced, visibleValues(form, all, values))
      const expected = [...whole.shown].filter((key) => !hidden.includes(key))
      expect([...seen.shown].sort()).toEqual(expected.sort())
      expect(seen.values).toEqual(visibleValues(form, all, values))
    }),
    runs,
  )
})

test('a field that rules hide is never missed', () => {
  fc.assert(
    fc.property(anyForm, anyValues, (form, values) => {
      const { shown } = settle(form, values)
      const missed = formFaults(form, values).filter(({ code }) => code !== 'unknown-field')
      expect(missed.filter(({ field }) => !shown.has(field))).toEqual([])
    }),
    runs,
  )
})

test('what is hidden or read-only stays as it was, whatever is sent, and naming the hidden is refused', () => {
  fc.assert(
    fc.property(anyForm, anyValues, anyValues, anyRights, (form, before, change, rights) => {
      const all = rightsOf(form, rights as Rights, 'write')
      const start = settle(form, before).values
      const { values: after, shown } = { ...settle(form, applyChange(form, all, start, change)) }
      for (const { key, kind } of form.fields) {
        if (all[key] === 'write' || kind === 'computed' || !shown.has(key)) continue
        expect(after[key]).toEqual(start[key])
      }
      const isSpoken = form.fields.some(({ key }) => all[key] === 'hidden' && Object.hasOwn(change, key))
      if (isSpoken) expect(writeFaults(form, all, start, change).map(({ code }) => code)).toContain('unknown-field')
    }),
    runs,
  )
})

test('a change is judged alike with any hidden value: nothing can be guessed', () => {
  fc.assert(
    fc.property(anyForm, anyValues, anyValues, fc.jsonValue(), (form, before, change, other) => {
      const secret = form.fields[0]?.key ?? ''
      const all = rightsOf(form, { [secret]: 'hidden' }, 'write')
      const named = { ...change, [secret]: before[secret] ?? null }
      expect(writeFaults(form, all, before, named)).toEqual(
        writeFaults(form, all, { ...before, [secret]: other }, named),
      )
    }),
    runs,
  )
})

test('junk is named, never thrown at, and flows read only plain data', () => {
  fc.assert(
    fc.property(anyForm, anyValues, (form, values) => {
      mentionsOf(form, values)
      const known = new Set(flowFieldsOf(form).map(({ key }) => key))
      for (const [key, value] of Object.entries(flowDataOf(form, values))) {
        expect(known.has(key)).toBe(true)
        const parts = Array.isArray(value) ? value : [value]
        expect(parts.every((part) => part === null || typeof part !== 'object')).toBe(true)
      }
      // what passed once passes again as it is kept
      if (formFaults(form, values).length === 0) expect(formFaults(form, settle(form, values).values)).toEqual([])
    }),
    runs,
  )
})
