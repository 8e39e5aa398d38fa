import * as z from 'zod'
import { Condition } from '../flow/model/condition.ts'
import { localText } from '../local-text/schema.ts'
import { columnKinds, computedResults, fieldKinds, handInKinds, referenceTargets } from './kinds.ts'

const Key = z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/)
const label = localText(100)
const choices = z
  .array(z.object({ value: Key, label }))
  .max(50)
  .default([])

const common = {
  key: Key,
  label,
  required: z.boolean().default(false),
  choices,
  /**
   * Least and most: of a number as it is, of money in fen, of a text its length, of a table its rows, of files, photos,
   * chosen things and people their count.
   */
  min: z.number().optional(),
  max: z.number().optional(),
}
const wide = {
  ...common,
  help: localText(300).optional(),
  /** Several choices, people or units instead of one. */
  many: z.boolean().optional(),
  /** What stands behind a number: days, kg. */
  unit: localText(20).optional(),
  /** Of a computed field: a formula over the other fields (`#core/formula`); money counts in yuan there. */
  expression: z.string().max(2000).optional(),
  result: z.enum(computedResults).optional(),
}

/** A column of a table. A computed column sees the other columns of its row. */
export const FormColumn = z.object({ ...wide, kind: z.enum(columnKinds) })
export type FormColumn = z.infer<typeof FormColumn>

export const FormField = z.object({
  ...wide,
  kind: z.enum(fieldKinds),
  columns: z.array(FormColumn).max(20).optional(),
  /** Of a reference: to what. */
  target: z.enum(referenceTargets).optional(),
  /** Of a note: what it says. */
  text: localText(2000).optional(),
})
export type FormField = z.infer<typeof FormField>

/**
 * When the condition holds, the fields are shown (and otherwise not there), or must be filled in. Several rules that
 * show one field: any is enough. A section stands for all fields up to the next one.
 */
export const FormRule = z.object({
  when: Condition,
  do: z.enum(['show', 'require']),
  fields: z.array(Key).min(1).max(100),
})
export type FormRule = z.infer<typeof FormRule>

/** What is filled in: fields in their order and the rules between them. */
export const Form = z.object({
  fields: z.array(FormField).max(100).default([]),
  rules: z.array(FormRule).max(100).optional(),
  /** Of hand-ins: whether photos are asked for besides the fields. */
  photo: z.enum(['none', 'optional', 'required']).default('none'),
})
export type Form = z.infer<typeof Form>

/** One field of a hand-in. Numbers become measures of the fact, choices and short texts its dimensions. */
export const HandInField = z.object({ ...common, kind: z.enum(handInKinds) })
export type HandInField = z.infer<typeof HandInField>

/** What a duty asks when its work is handed in. Every one is a `Form` too. */
export const HandInForm = z.object({
  fields: z.array(HandInField).max(40).default([]),
  photo: z.enum(['none', 'optional', 'required']).default('optional'),
})
export type HandInForm = z.infer<typeof HandInForm>

/** Values as they come from outside; what is wrong with them is told by `formFaults` and `writeFaults`. */
export const FormValuesInput = z.record(z.string().max(60), z.json())
export type FormValuesInput = z.infer<typeof FormValuesInput>
