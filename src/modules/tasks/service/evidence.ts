import type { HandInForm, RawValues, FormValues } from '#core/form'
import type { Context } from '#kernel/context'
import { notFound } from '#kernel/problems'
import { fileNames } from '../store/files.ts'

type Given = {
  readonly values: RawValues
  readonly fileIds: readonly string[]
  readonly filesOf: Readonly<Record<string, readonly string[]>>
}

/**
 * The values with the files they name put in: a phone without network knows files only by their names, for their ids
 * come when they are uploaded. Fields of files get theirs in the order given, a signature its drawing; the rest are photos.
 */
export async function withFiles(
  ctx: Context,
  form: HandInForm,
  { values, fileIds, filesOf }: Given,
): Promise<{ values: FormValues; photos: number }> {
  const names = await fileNames(ctx, fileIds)
  const filled: Record<string, unknown> = { ...values }
  let named = 0
  for (const [key, wanted] of Object.entries(filesOf)) {
    const files = wanted.map((name) => {
      const found = names.find((file) => file.name === name)
      if (!found) throw notFound({ what: 'file' })
      return found
    })
    const kind = form.fields.find((field) => field.key === key)?.kind
    const [first] = files
    if (kind === 'file') filled[key] = files
    else if (kind === 'signature' && first) filled[key] = { ...signatureIn(values[key]), fileId: first.id }
    named += files.length
  }
  // what was filled in is checked by the form right after
  return { values: filled as FormValues, photos: Math.max(0, fileIds.length - named) }
}

function signatureIn(value: unknown): { name: string } {
  const name = typeof value === 'object' && value !== null && 'name' in value ? value.name : ''
  return { name: typeof name === 'string' ? name : '' }
}
