import * as z from 'zod'

const Field = z.string().min(1).max(200)
const Name = z.string().regex(/^[^\s=;.][^=;]{0,59}$/)

/** A field of the row, or always the same; then what its values are called here. A value the map does not name is refused. */
export const Term = z.object({
  field: Field.optional(),
  value: z.string().max(200).optional(),
  map: z.record(z.string().max(200), z.string().max(200)).optional(),
})
export type Term = z.infer<typeof Term>

/** Which field of a row is what of a fact. Fields below others are written `data.amount`. */
export const Mapping = z.object({
  kind: Term,
  key: Term,
  happenedAt: Term,
  person: Term.optional(),
  personBy: z.enum(['number', 'login']).default('number'),
  unit: Term.optional(),
  responsibility: Term.optional(),
  subject: Term.optional(),
  subjectName: Term.optional(),
  /** That of the kind unless told. */
  subjectType: z.string().min(1).max(40).optional(),
  dimensions: z
    .array(z.object({ name: Name, from: Term }))
    .max(30)
    .default([]),
  /** `factor` brings them to the unit they are counted in: 100 makes fen of yuan. */
  measures: z
    .array(z.object({ name: Name, from: Term, factor: z.number().min(-1e9).max(1e9).default(1) }))
    .max(30)
    .default([]),
  /** Rows of which a field says something else are passed over. */
  only: z
    .array(z.object({ field: Field, is: z.array(z.string().max(200)).min(1).max(50) }))
    .max(5)
    .default([]),
})
export type Mapping = z.infer<typeof Mapping>

/** A row as it came. */
export const Row = z.record(z.string(), z.unknown())
export type Row = z.infer<typeof Row>
