import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { fromBufferPromise, openPromise, type ZipFile } from 'yauzl'
import { refuse } from './table.ts'

/** A file that can be read more than once: from disk without ever holding it, or from memory. */
export type Source = {
  chunks: () => AsyncIterable<Uint8Array>
  head: (length: number) => Promise<Uint8Array>
  zip: () => Promise<ZipFile>
}

// names are checked by us, so that a refusal can name the entry
const zipOptions = { lazyEntries: true, autoClose: false, decodeStrings: true, validateEntrySizes: true }

export function fileSource(path: string): Source {
  return {
    chunks: () => createReadStream(path, { highWaterMark: 65_536 }),
    async head(length) {
      await using file = await open(path)
      const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, 0)
      return buffer.subarray(0, bytesRead)
    },
    zip: () => openPromise(path, zipOptions),
  }
}

export function bytesSource(bytes: Buffer): Source {
  return {
    async *chunks() {
      for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536)
    },
    head: async (length) => bytes.subarray(0, length),
    zip: () => fromBufferPromise(bytes, zipOptions),
  }
}

export async function readAll(stream: AsyncIterable<Uint8Array>, limitBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream) {
    size += chunk.length
    if (size > limitBytes) refuse('too-large', { what: 'file', limit: limitBytes })
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
