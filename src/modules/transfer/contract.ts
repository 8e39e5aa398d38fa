import * as z from 'zod'
import { defineRoutes } from '#core/contract'

const Kind = z.string().regex(/^[a-z-]{1,40}$/)
/** Which column (counted from 0) holds a field; null leaves the field out. Without it the header decides. */
const Mapping = z.record(z.string().max(60), z.int().min(0).max(16_383).nullable())

export const ImportKind = z.object({
  kind: z.string(),
  module: z.string(),
  /** A whole workbook, whose sheets and columns are found by their names. */
  isWorkbook: z.boolean(),
  /** Of a workbook its sheets. */
  fields: z.array(
    z.object({
      key: z.string(),
      title: z.string(),
      isRequired: z.boolean(),
      kind: z.string(),
      choices: z.array(z.string()),
    }),
  ),
})
export type ImportKind = z.infer<typeof ImportKind>

export const Fault = z.object({
  /** Name of the sheet, of a workbook with several. */
  sheet: z.string().nullable(),
  /** Row of the sheet as the spreadsheet program counts it. */
  line: z.int(),
  field: z.string().nullable(),
  fieldTitle: z.string().nullable(),
  code: z.string(),
  /** What is wrong and what to do, in the asker's language. */
  message: z.string(),
  value: z.string(),
})
export type Fault = z.infer<typeof Fault>

export const Preview = z.object({
  header: z.array(z.string()),
  mapping: z.record(z.string(), z.int().nullable()),
  /** Required fields for which no column was found. */
  missing: z.array(z.string()),
  /** Columns that are not taken in. */
  unknown: z.array(z.string()),
  /** Fields that more than one column is called after: the first is taken. */
  duplicated: z.array(z.string()),
  rowCount: z.int(),
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  /** What else would be made, such as units a roster names. */
  also: z.array(z.object({ what: z.string(), count: z.int() })),
  faultyRows: z.int(),
  /** The first 200; all of them are in the sheet of faulty rows. */
  faults: z.array(Fault),
  /** Of a workbook: its sheets and how many rows each brings. */
  sheets: z.array(z.object({ title: z.string(), rowCount: z.int() })),
  sample: z.array(z.object({ line: z.int(), cells: z.array(z.string()) })),
})
export type Preview = z.infer<typeof Preview>

export const ImportRun = z.object({
  id: z.uuid(),
  kind: z.string(),
  fileName: z.string(),
  rowCount: z.int(),
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  actorName: z.string(),
  at: z.iso.datetime(),
})
export type ImportRun = z.infer<typeof ImportRun>

const Chosen = z.object({ kind: Kind, fileId: z.uuid(), mapping: Mapping.optional() })

export const routes = defineRoutes({
  listImportKinds: {
    method: 'GET',
    path: '/imports/kinds',
    permission: 'transfer.import',
    input: z.object({}),
    output: z.array(ImportKind),
  },
  readTemplate: {
    method: 'GET',
    path: '/imports/kinds/:kind/template',
    permission: 'transfer.import',
    kind: 'download',
    transaction: 'own',
    input: z.object({ kind: Kind }),
    output: z.unknown(),
  },
  previewImport: {
    method: 'POST',
    path: '/imports/preview',
    permission: 'transfer.import',
    transaction: 'own',
    input: Chosen,
    output: Preview,
  },
  commitImport: {
    method: 'POST',
    path: '/imports',
    permission: 'transfer.import',
    transaction: 'own',
    input: Chosen,
    output: ImportRun,
  },
  readFaultyRows: {
    method: 'GET',
    path: '/imports/faulty-rows',
    permission: 'transfer.import',
    kind: 'download',
    transaction: 'own',
    input: z.object({ kind: Kind, fileId: z.uuid(), mapping: z.string().max(4000).optional() }),
    output: z.unknown(),
  },
  listImports: {
    method: 'GET',
    path: '/imports',
    permission: 'transfer.import',
    input: z.object({ limit: z.coerce.number().int().min(1).max(200).default(50) }),
    output: z.array(ImportRun),
  },
})
