import { stat } from 'node:fs/promises'
import type { Input } from '#core/contract'
import type { Download } from '#kernel/bind'
import type { Context } from '#kernel/context'
import { placeOf } from '#kernel/files'
import { say, type Language } from '#kernel/i18n'
import type { Importer, ImportField } from '#kernel/importer'
import { forbidden, notFound } from '#kernel/problems'
import { writeSpreadsheet, writeWorkbook } from '#kernel/spreadsheet'
import { inTransaction } from '#kernel/transaction'
import type { Fault, ImportKind, ImportRun, Preview, routes } from '../contract.ts'
import { badMapping, noSuchKind } from '../problems.ts'
import { planImport } from './plan-import.ts'
import type { Mapping } from './read-sheet.ts'
import { preview, sheetOf, takeIn, type Source } from './take-in.ts'
import { choiceTitle, sheetTitle, titleOf } from './titles.ts'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The kinds of spreadsheets the modules that are on take in and the actor may bring. */
export async function listImportKinds(ctx: Context): Promise<ImportKind[]> {
  return importersOf(ctx)
    .filter(({ importer }) => ctx.may(importer.permission))
    .map(({ kind, module, importer }) => ({
      kind,
      module,
      isWorkbook: importer.sheets !== undefined,
      fields: [
        ...(importer.sheets ?? []).map(({ key }) => ({
          key,
          title: sheetTitle(ctx.language, importer, key),
          isRequired: false,
          kind: 'sheet',
          choices: [],
        })),
        ...importer.fields.map((field) => ({
          key: field.key,
          title: titleOf(ctx.language, field),
          isRequired: field.required ?? false,
          kind: field.kind,
          choices: (field.choices ?? []).map((choice) => choiceTitle(ctx.language, choice)),
        })),
      ],
    }))
}

/** An empty sheet with the right headers and drop-down lists, to be filled in. */
export async function readTemplate(ctx: Context, { kind }: { kind: string }): Promise<Download> {
  const importer = importerFor(ctx, kind)
  const sheets = importer.sheets?.map(({ key, fields }) => ({
    name: sheetTitle(ctx.language, importer, key),
    columns: columnsOf(ctx.language, fields),
    rows: [],
  }))
  const written = sheets ?? [{ name: '', columns: columnsOf(ctx.language, importer.fields), rows: [] }]
  return { name: `${kind}.xlsx`, mediaType: xlsx, body: await writeWorkbook(written) }
}

export async function previewImport(ctx: Context, input: Input<(typeof routes)['previewImport']>): Promise<Preview> {
  return preview((work) => inTransaction(ctx, work), await sourceOf(ctx, input))
}

export async function commitImport(ctx: Context, input: Input<(typeof routes)['commitImport']>): Promise<ImportRun> {
  return takeIn((work) => inTransaction(ctx, work), await sourceOf(ctx, input))
}

/** The faulty rows alone, as they were, with the reasons in a last column: mended, they can be taken in by themselves. */
export async function readFaultyRows(ctx: Context, input: Input<(typeof routes)['readFaultyRows']>): Promise<Download> {
  const source = await sourceOf(ctx, { ...input, mapping: parseMapping(input.mapping) })
  const sheet = await sheetOf(source)
  const { faults } = await inTransaction(ctx, (inner) => planImport(inner, source.importer, sheet, ctx.language))
  if (source.importer.sheets) return faultList(ctx, source.fileName, faults)
  const reasons = Map.groupBy(faults, (fault) => fault.line)
  const rows = sheet.cells
    .filter((row) => reasons.has(row.line))
    .map((row) =>
      pad(row.cells, sheet.header.length).concat(
        (reasons.get(row.line) ?? []).map((fault) => fault.message).join('; '),
      ),
    )
  const titles = [...sheet.header, say(ctx.language, 'transfer.reason')]
  return {
    name: `${source.fileName.replace(/\.\w+$/, '')}-faults.xlsx`,
    mediaType: xlsx,
    body: await writeSpreadsheet(
      titles.map((title) => ({ title })),
      rows,
    ),
  }
}

export async function listImports(ctx: Context, { limit }: { limit: number }): Promise<ImportRun[]> {
  const rows = await ctx.db
    .selectFrom('import_run')
    .selectAll()
    .where('tenant_id', '=', ctx.tenantId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    fileName: row.file_name,
    rowCount: row.row_count,
    created: row.created,
    updated: row.updated,
    unchanged: row.unchanged,
    actorName: row.actor_name,
    at: row.at.toISOString(),
  }))
}

function importersOf(ctx: Context): { kind: string; module: string; importer: Importer }[] {
  return ctx.house.modules
    .filter((module) => ctx.isOn(module.manifest.name))
    .flatMap((module) =>
      Object.entries(module.imports ?? {}).map(([kind, importer]) => ({
        kind,
        module: module.manifest.name,
        importer,
      })),
    )
}

export function importerFor(ctx: Context, kind: string): Importer {
  const importer = importersOf(ctx).find((known) => known.kind === kind)?.importer
  if (!importer) throw noSuchKind({ kind })
  if (!ctx.may(importer.permission)) throw forbidden({ permission: importer.permission })
  return importer
}

/** The file must be the actor's own upload. */
async function sourceOf(
  ctx: Context,
  { kind, fileId, mapping }: { kind: string; fileId: string; mapping?: Mapping | undefined },
): Promise<Source> {
  const importer = importerFor(ctx, kind)
  const file = await inTransaction(ctx, (inner) =>
    inner.db
      .selectFrom('file')
      .select('name')
      .where('tenant_id', '=', inner.tenantId)
      .where('id', '=', fileId)
      .where('uploaded_by', '=', inner.actor.accountId)
      .executeTakeFirst(),
  )
  if (!file) throw notFound({ what: 'file' })
  const path = placeOf(ctx.house.filesDirectory, ctx.tenantId, fileId)
  await stat(path).catch(() => {
    throw notFound({ what: 'file' })
  })
  return {
    kind,
    importer,
    path,
    fileName: file.name,
    mapping,
    language: ctx.language,
  }
}

function parseMapping(text: string | undefined): Mapping | undefined {
  if (text === undefined) return undefined
  try {
    const parsed: unknown = JSON.parse(text)
    const isMapping =
      typeof parsed === 'object' &&
      parsed !== null &&
      Object.values(parsed).every((column) => column === null || Number.isInteger(column))
    if (isMapping) return parsed as Mapping
  } catch {
    // told below
  }
  throw badMapping({})
}

/** Of a workbook the faults are listed, each with its sheet and row: rows of one sheet alone would lack what they refer to. */
async function faultList(ctx: Context, fileName: string, faults: readonly Fault[]): Promise<Download> {
  const columns = ['sheet', 'line', 'field', 'value', 'reason'].map((key) => ({
    title: say(ctx.language, `transfer.list.${key}`),
  }))
  const rows = faults.map((fault) => [fault.sheet, String(fault.line), fault.fieldTitle, fault.value, fault.message])
  const name = `${fileName.replace(/\.\w+$/, '')}-faults.xlsx`
  return { name, mediaType: xlsx, body: await writeSpreadsheet(columns, rows) }
}

function columnsOf(language: Language, fields: readonly ImportField[]) {
  return fields.map((field) => {
    const title = titleOf(language, field)
    const choices = field.choices?.map((choice) => choiceTitle(language, choice))
    return Object.assign({ title: field.required ? `${title} *` : title }, choices && { choices })
  })
}

function pad(cells: readonly string[], width: number): string[] {
  return [...cells, ...Array.from({ length: Math.max(0, width - cells.length) }, () => '')].slice(0, width)
}
