/** A column that a sheet may bring. */
export type Field = {
  readonly key: string
  /** Header texts accepted, by language; all languages are accepted at once. */
  readonly titles: Readonly<Record<string, readonly string[]>>
  readonly kind: 'text' | 'integer' | 'decimal' | 'day' | 'choice' | 'boolean'
  readonly required?: boolean
  readonly choices?: readonly { readonly value: string; readonly titles: readonly string[] }[]
  /** In characters as a reader counts them (code points). */
  readonly maxLength?: number
}

/**
 * What a title comes down to when two are compared: case, spaces, width (Ａ＝A) and punctuation don't count, nor does
 * a remark like "*" or "（必填）". A unit does: 权重（%） and 权重（‰） are two columns, for one is ten times the other.
 */
export function plainTitle(title: string): string {
  return title
    .slice(0, 300)
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[([【〔]\s*(必填项?|必需|选填项?|可选|required|optional|mandatory)\s*[)\]】〕]/g, '')
    .replaceAll(/[^\p{L}\p{M}\p{N}\p{S}%‰]/gu, '')
}
