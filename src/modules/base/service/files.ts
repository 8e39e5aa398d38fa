import { stat } from 'node:fs/promises'
import type { Call, Download } from '#kernel/bind'
import type { Context } from '#kernel/context'
import { keepFile, openFile, placeOf, shownInline } from '#kernel/files'
import { notFound } from '#kernel/problems'
import type { StoredFile } from '../contract.ts'
import { fileLost, noFile, tooManyFiles } from '../problems.ts'
import { countUnattached, findFile, ownFiles, type FileRow } from '../store/file.ts'

/** Files one may have lying about unattached; they are swept after two days. */
const limitUnattached = 200

export async function uploadFile(ctx: Context, _input: object, call: Call): Promise<StoredFile> {
  const { upload } = call
  if (!upload) throw noFile({})
  if ((await countUnattached(ctx)) >= limitUnattached) throw tooManyFiles({ limit: limitUnattached })
  const id = await keepFile(ctx, upload)
  await ctx.audit({
    action: 'base.upload-file',
    target: `file/${id}`,
    after: { name: upload.name, sizeBytes: upload.sizeBytes, sha256: upload.sha256 },
  })
  return { id, name: upload.name, mediaType: upload.mediaType, sizeBytes: upload.sizeBytes }
}

/** For who uploaded it while it belongs to nothing; afterwards for who may read what it belongs to. */
export async function downloadFile(ctx: Context, { fileId }: { fileId: string }): Promise<Download> {
  const file = await findFile(ctx, fileId)
  if (!file || !(await mayRead(ctx, fileId, file))) throw notFound({ what: 'file' })
  await stat(placeOf(ctx.house.filesDirectory, ctx.tenantId, fileId)).catch(() => {
    throw fileLost({})
  })
  return {
    name: file.name,
    mediaType: file.mediaType,
    body: openFile(ctx, fileId),
    inline: shownInline.has(file.mediaType),
  }
}

/** Gives files to what they belong to. Takes only files the actor uploaded and that belong to nothing yet. */
export async function attachFiles(
  ctx: Context,
  fileIds: readonly string[],
  owner: { type: string; id: string },
): Promise<void> {
  const ids = [...new Set(fileIds)]
  if (ids.length === 0) return
  if ((await ownFiles(ctx, ids, owner)) !== ids.length) throw notFound({ what: 'file' })
}

async function mayRead(ctx: Context, fileId: string, file: FileRow): Promise<boolean> {
  if (!file.ownerType || !file.ownerId) return file.uploadedBy !== null && file.uploadedBy === ctx.actor.accountId
  const { ownerType, ownerId } = file
  const keeper = ctx.house.modules.find((module) => module.fileOwners?.[ownerType])
  if (!keeper || !ctx.isOn(keeper.manifest.name)) return false
  return keeper.fileOwners?.[ownerType]?.(ctx, ownerId, fileId) ?? false
}
