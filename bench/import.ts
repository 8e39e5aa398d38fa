import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { systemActor } from '#kernel/access'
import { writeSpreadsheet } from '#kernel/spreadsheet'
import { inTenant } from '#kernel/transaction'
import { createTenant } from '#modules/base'
import { importerFor, takeIn, type Open } from '#modules/transfer'
import { figure, seconds, type Figure } from './measure.ts'
import type { Place } from './place.ts'

const people = 20_000

/** A roster of 20,000 rows from an .xlsx file: read, checked, looked up and written in one transaction; then once more unchanged. */
export async function benchImport(place: Place): Promise<Figure[]> {
  const tenantId = await createTenant(place.house, { slug: 'roster', name: 'Roster', language: 'en' })
  const path = join(place.directory, 'roster.xlsx')
  await writeFile(path, await roster())
  const open: Open = (work) => inTenant(place.house, tenantId, systemActor('en'), work)
  const importer = await open(async (ctx) => importerFor(ctx, 'roster'))
  const source = {
    kind: 'roster',
    importer,
    path,
    fileName: 'roster.xlsx',
    mapping: undefined,
    language: 'en',
  } as const
  const first = await seconds(() => takeIn(open, source))
  const again = await takeIn(open, source)
  return [
    figure(
      'import of 20,000 roster rows (.xlsx)',
      first,
      's',
      { atMost: 30 },
      { unchangedTheSecondTime: again.unchanged },
    ),
  ]
}

async function roster(): Promise<Uint8Array> {
  const columns = ['Number', 'Name', 'Unit', 'Position', 'Hired on', 'Mobile'].map((title) => ({ title }))
  const rows = Array.from({ length: people }, (_, index) => [
    `R${index + 1}`,
    `Person ${index + 1}`,
    `Plant ${1 + (index % 20)}/Team ${1 + (index % 400)}`,
    `Operator`,
    `20${String(10 + (index % 15))}-0${1 + (index % 9)}-15`,
    `138${String(index).padStart(8, '0')}`,
  ])
  return writeSpreadsheet(columns, rows)
}
