import { once } from 'node:events'
import { crc32, createDeflateRaw } from 'node:zlib'

export type ZipPart = { name: string; text: Iterable<string> | AsyncIterable<string> }

/** Packs text parts into a zip. Compressing runs beside the event loop; only the packed bytes are held. */
export async function zip(parts: readonly ZipPart[]): Promise<Uint8Array> {
  const written: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const part of parts) {
    const packed = await pack(part)
    const name = Buffer.from(part.name)
    const local = header(packed, name, 'local', 0)
    directory.push(header(packed, name, 'directory', offset), name)
    written.push(local, name, packed.bytes)
    offset += local.length + name.length + packed.bytes.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(Buffer.concat(directory).length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...written, ...directory, end])
}

type Packed = { bytes: Buffer; crc: number; size: number }

async function pack(part: ZipPart): Promise<Packed> {
  const deflate = createDeflateRaw({ level: 4 })
  const chunks: Buffer[] = []
  deflate.on('data', (chunk: Buffer) => chunks.push(chunk))
  const done = once(deflate, 'end')
  let crc = 0
  let size = 0
  for await (const text of part.text) {
    const bytes = Buffer.from(text)
    crc = crc32(bytes, crc)
    size += bytes.length
    if (!deflate.write(bytes)) await once(deflate, 'drain')
  }
  deflate.end()
  await done
  return { bytes: Buffer.concat(chunks), crc, size }
}

/** Both kinds hold the same fields, in the directory after a version and before attributes and the offset. */
function header(packed: Packed, name: Buffer, kind: 'local' | 'directory', offset: number): Buffer {
  const inDirectory = kind === 'directory'
  const bytes = Buffer.alloc(inDirectory ? 46 : 30)
  bytes.writeUInt32LE(inDirectory ? 0x02014b50 : 0x04034b50, 0)
  if (inDirectory) bytes.writeUInt16LE(20, 4)
  const at = inDirectory ? 6 : 4
  bytes.writeUInt16LE(20, at) // version needed
  bytes.writeUInt16LE(0x0800, at + 2) // names are UTF-8
  bytes.writeUInt16LE(8, at + 4) // deflate
  bytes.writeUInt16LE(0x21, at + 8) // 1980-01-01: the same rows give the same file
  bytes.writeUInt32LE(packed.crc, at + 10)
  bytes.writeUInt32LE(packed.bytes.length, at + 14)
  bytes.writeUInt32LE(packed.size, at + 18)
  bytes.writeUInt16LE(name.length, at + 22)
  if (inDirectory) bytes.writeUInt32LE(offset, 42)
  return bytes
}
