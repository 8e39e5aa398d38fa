/** A mobile number as it is kept: eleven digits for the mainland, others with `+` and their country code; null when it is none. */
export function plainMobile(text: string): string | null {
  const bare = text
    .normalize('NFKC')
    .replaceAll(/[\s()-]/g, '')
    .replace(/^(?:\+86|0086|86)(?=1\d{10}$)/, '')
  return /^1[3-9]\d{9}$/.test(bare) || /^\+\d{6,15}$/.test(bare) ? bare : null
}
