import type { FormField } from '#core/form'

type Keyed = { readonly key: string }

/** A free key: of the English label, else of the kind; with a number when it is taken. */
export function freeKey(label: FormField['label'], kind: string, taken: readonly Keyed[]): string {
  const used = new Set(taken.map(({ key }) => key))
  const wish = camel(label['en'] ?? '') || camel(kind) || 'field'
  if (!used.has(wish) && !used.has(`${wish}1`)) return wish
  for (let number = 2; ; number += 1)
    if (!used.has(`${wish.slice(0, 36)}${number}`)) return `${wish.slice(0, 36)}${number}`
}

/** `Amount in total` → `amountInTotal`; '' when nothing is left. */
export function camel(text: string): string {
  const words = text
    .normalize('NFKD')
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean)
  const joined = words
    .map((word, at) => (at === 0 ? word.toLowerCase() : (word[0] ?? '').toUpperCase() + word.slice(1).toLowerCase()))
    .join('')
  return joined
    .replace(/^[0-9]+/, '')
    .replace(/^./, (first) => first.toLowerCase())
    .slice(0, 40)
}
