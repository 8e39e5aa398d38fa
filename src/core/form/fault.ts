export type FaultCode =
  | 'required'
  | 'not-a-number'
  | 'too-small'
  | 'too-large'
  | 'too-long'
  | 'too-short'
  | 'too-few'
  | 'too-many'
  | 'not-a-day'
  | 'not-a-time'
  | 'not-a-period'
  | 'not-a-choice'
  | 'not-a-person'
  | 'not-a-unit'
  | 'not-a-reference'
  | 'not-a-table'
  | 'not-a-file'
  | 'not-a-place'
  | 'not-a-signature'
  | 'not-writable'
  | 'unknown-field'

/** What is wrong with one value. In a table `row` counts from 0; without `column` it is the row as a whole. */
export type FormFault = {
  readonly field: string
  readonly code: FaultCode
  readonly limit?: number
  readonly row?: number
  readonly column?: string
}

/** A fault not yet tied to its field. */
export type Finding = Omit<FormFault, 'field'>
