import type { StoredFile } from '#web/upload'
import type { ImportRun } from '../contract.ts'

export type Mapping = Readonly<Record<string, number | null>>

/** How far an import came, kept in the browser so that it can be left and gone on with. */
export type Place = {
  readonly file: StoredFile | null
  /** What was chosen by hand; null leaves it to the headers. */
  readonly mapping: Mapping | null
  readonly step: 'file' | 'columns' | 'preview'
  readonly run: ImportRun | null
}

export const start: Place = { file: null, mapping: null, step: 'file', run: null }

/** The file as the routes want it named. */
export function chosenOf(kind: string, place: Place) {
  return { kind, fileId: place.file?.id ?? '', ...(place.mapping ? { mapping: { ...place.mapping } } : {}) }
}
