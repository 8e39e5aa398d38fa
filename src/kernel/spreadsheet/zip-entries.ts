import type { Entry, ZipFile } from 'yauzl'
import { refuse, type SpreadsheetLimits } from './table.ts'

export type ZipEntries = {
  has: (name: string) => boolean
  /** The unpacked bytes, counted as they come: what the directory claims isn't believed. */
  read: (name: string) => AsyncGenerator<Uint8Array>
}

/** Reads the directory first and refuses by it before anything is unpacked. */
export async function zipEntries(zip: ZipFile, limits: SpreadsheetLimits): Promise<ZipEntries> {
  if (zip.entryCount > limits.entries) refuse('too-many-entries', { entries: zip.entryCount, limit: limits.entries })
  const entries = new Map<string, Entry>()
  let declaredBytes = 0
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName.toLowerCase()
    if (entry.isEncrypted()) refuse('encrypted', { kind: 'zip' })
    if (entries.has(name)) refuse('broken', { reason: 'entry-twice', entry: shown(name) })
    declaredBytes += entry.uncompressedSize
    if (declaredBytes > limits.unpackedBytes) refuse('too-large', { what: 'unpacked', limit: limits.unpackedBytes })
    checkRatio(entry.uncompressedSize, entry, limits)
    entries.set(name, entry)
  }

  let unpackedBytes = 0
  return {
    has: (name) => entries.has(name.toLowerCase()),
    async *read(name) {
      const entry = entries.get(name.toLowerCase())
      if (!entry) refuse('broken', { reason: 'entry-missing', entry: shown(name) })
      const stream = await zip.openReadStreamPromise(entry)
      let entryBytes = 0
      for await (const chunk of stream as AsyncIterable<Uint8Array>) {
        entryBytes += chunk.length
        unpackedBytes += chunk.length
        if (unpackedBytes > limits.unpackedBytes) refuse('too-large', { what: 'unpacked', limit: limits.unpackedBytes })
        checkRatio(entryBytes, entry, limits)
        yield chunk
      }
    },
  }
}

/** What yauzl itself refuses, in our terms. */
export function zipRefusal(message: string): void {
  if (/strong encryption/.test(message)) refuse('encrypted', { kind: 'zip' })
  if (/relative path|absolute path|invalid characters in fileName/.test(message))
    refuse('broken', { reason: 'entry-name', detail: shown(message) })
  if (/(too many|not enough) bytes in the stream/.test(message)) refuse('broken', { reason: 'declared-size' })
  if (/End of central directory/i.test(message)) refuse('broken', { reason: 'cut-off' })
}

// an honest small part may well be very uniform; below a megabyte no ratio hurts
function checkRatio(bytes: number, entry: Entry, limits: SpreadsheetLimits): void {
  if (bytes > 1_000_000 && bytes > entry.compressedSize * limits.ratio)
    refuse('ratio', { entry: shown(entry.fileName), limit: limits.ratio })
}

function shown(name: string): string {
  return name.slice(0, 100)
}
