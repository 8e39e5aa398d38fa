import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileTypeFromFile } from 'file-type'
import type { Upload } from './bind.ts'
import type { Context } from './context.ts'
import { bodyTooLarge } from './problems.ts'

/** Streams a received file to a place of its own and looks at its bytes, before any transaction is open. */
export async function quarantine(
  filesDirectory: string,
  stream: Readable & { truncated?: boolean },
  name: string,
  limitBytes: number,
): Promise<Upload> {
  const directory = join(filesDirectory, 'quarantine')
  await mkdir(directory, { recursive: true, mode: 0o700 })
  const path = join(directory, randomUUID())
  const hash = createHash('sha256')
  let sizeBytes = 0
  stream.on('data', (chunk: Buffer) => {
    hash.update(chunk)
    sizeBytes += chunk.length
  })
  await pipeline(stream, createWriteStream(path, { mode: 0o600, flush: true }))
  if (stream.truncated || sizeBytes > limitBytes) {
    await rm(path, { force: true })
    throw bodyTooLarge({ limitBytes })
  }
  return {
    name: cleanName(name),
    path,
    sizeBytes,
    sha256: hash.digest('hex'),
    mediaType: await mediaTypeOf(path, name),
  }
}

/** Removes what is left in quarantine; a kept file has been moved away. */
export async function release(upload: Upload): Promise<void> {
  await rm(upload.path, { force: true })
}

/** Moves an upload to its place under a random id and records it. `owner` says whose readers may read it. */
export async function keepFile(ctx: Context, upload: Upload, owner?: { type: string; id: string }): Promise<string> {
  const id = ctx.newId()
  const path = placeOf(ctx.house.filesDirectory, ctx.tenantId, id)
  await mkdir(join(path, '..'), { recursive: true, mode: 0o700 })
  await ctx.db
    .insertInto('file')
    .values({
      tenant_id: ctx.tenantId,
      id,
      name: upload.name,
      media_type: upload.mediaType,
      size_bytes: upload.sizeBytes,
      sha256: upload.sha256,
      uploaded_by: ctx.actor.accountId,
      uploaded_at: ctx.now,
      owner_type: owner?.type ?? null,
      owner_id: owner?.id ?? null,
    })
    .execute()
  await rename(upload.path, path)
  return id
}

export function openFile(ctx: Context, id: string): Readable {
  return createReadStream(placeOf(ctx.house.filesDirectory, ctx.tenantId, id))
}

export function placeOf(filesDirectory: string, tenantId: string, id: string): string {
  return join(filesDirectory, tenantId, id.slice(-2), id)
}

/** Types a browser may show in place; everything else is handed over as an attachment. */
export const shownInline = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif'])

/** The type by content. Text has no signature: a few extensions are believed when the bytes hold no NUL. */
async function mediaTypeOf(path: string, name: string): Promise<string> {
  const found = await fileTypeFromFile(path)
  if (found) return found.mime
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  const type = { csv: 'text/csv', txt: 'text/plain', tsv: 'text/tab-separated-values' }[extension]
  return type && !(await holdsNul(path)) ? type : 'application/octet-stream'
}

async function holdsNul(path: string): Promise<boolean> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0)
    return buffer.subarray(0, bytesRead).includes(0)
  } finally {
    await file.close()
  }
}

function cleanName(name: string): string {
  const bare = basename(name.replaceAll('\\', '/')).replace(/\p{Cc}/gu, '')
  return bare.slice(0, 200) || 'file'
}
