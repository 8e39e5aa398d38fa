import fc from 'fast-check'
import type { Condition } from '../flow/model/condition.ts'
import { fieldKinds } from './kinds.ts'
import { Form, type FormField } from './schema.ts'

const keys = ['alpha', 'beta', 'gamma', 'delta', 'epsilon', 'zeta'] as const
const label = { en: 'x' }

/** Forms of any fields with any rules, also such as nobody would publish: circles, formulas over nothing. */
export const anyForm: fc.Arbitrary<Form> = fc
  .uniqueArray(fc.constantFrom(...keys), { minLength: 1, maxLength: keys.length })
  .chain((used) =>
    fc.record({
      fields: fc.tuple(...used.map(anyField)),
      rules: fc.array(
        fc.record({
          when: anyCondition,
          do: fc.constantFrom('show' as const, 'require' as const),
          fields: fc.uniqueArray(fc.constantFrom(...used), { minLength: 1, maxLength: 3 }),
        }),
        { maxLength: 4 },
      ),
    }),
  )
  .map((json) => Form.parse(json))

/** Values of any shape under keys the forms know and some they don't. */
export const anyValues: fc.Arbitrary<Record<string, unknown>> = fc.dictionary(
  fc.constantFrom(...keys, 'other', 'constructor'),
  fc.oneof(
    fc.constantFrom('a', 'b', '2026-03-01', '2026-03-01T09:30', '', null, 0, 1, 250, -3, 0.5, true, false),
    fc.constant({ from: '2026-03-01', until: '2026-03-04' }),
    fc.array(
      fc.dictionary(fc.constantFrom('one', 'two', 'sum'), fc.oneof(fc.integer(), fc.string(), fc.constant(null))),
    ),
    fc.jsonValue(),
  ),
  { maxKeys: 7 },
)

export const anyRights = fc.dictionary(fc.constantFrom(...keys), fc.constantFrom('write', 'read', 'hidden'))

function anyField(key: string): fc.Arbitrary<unknown> {
  return fc.record({
    key: fc.constant(key),
    label: fc.constant(label),
    kind: fc.constantFrom<FormField['kind']>(...fieldKinds),
    required: fc.boolean(),
    choices: fc.constant([
      { value: 'a', label },
      { value: 'b', label },
    ]),
    many: fc.boolean(),
    columns: fc.constant([
      { key: 'one', label, kind: 'number' },
      { key: 'two', label, kind: 'money' },
      { key: 'sum', label, kind: 'computed', result: 'money', expression: 'one * two' },
    ]),
    expression: fc.oneof(
      fc.constantFrom(...keys),
      fc.tuple(fc.constantFrom(...keys), fc.constantFrom(...keys)).map(([a, b]) => `${a} + ${b}`),
      fc.constantFrom(...keys).map((one) => `SUM(${one}.sum)`),
    ),
    result: fc.constantFrom('number', 'money', 'text'),
  })
}

const anyLine: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ field: fc.constantFrom(...keys), op: fc.constantFrom('filled' as const, 'empty' as const) }),
  fc.record({
    field: fc.constantFrom(...keys),
    op: fc.constantFrom('is' as const, 'above' as const, 'at-most' as const),
    value: fc.constantFrom('a', 1, 100, true),
  }),
)
const anyCondition: fc.Arbitrary<Condition> = fc.oneof(
  anyLine,
  fc.record({ all: fc.array(anyLine, { maxLength: 2 }) }),
  fc.record({ any: fc.array(anyLine, { maxLength: 2 }) }),
  fc.record({ not: anyLine }),
)
