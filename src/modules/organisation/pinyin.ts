import { pinyin } from 'pinyin-pro'

/**
 * What a name sounds like, for search and order: its syllables, then their initials as a word of their own
 * ("张伟" -> "zhang wei zw"). Surnames are read as surnames (单 is shan). Latin letters stay as they are.
 */
export function soundOf(name: string): string {
  const options = { toneType: 'none', type: 'array', surname: 'head', nonZh: 'consecutive', v: true } as const
  const syllables = pinyin(name.trim(), options)
    .map((syllable) =>
      syllable
        .toLowerCase()
        .replaceAll(/[^a-z0-9]+/g, ' ')
        .trim(),
    )
    .filter((syllable) => syllable !== '')
  if (syllables.length === 0) return ''
  const initials = syllables.flatMap((syllable) => syllable.split(' ')).map((word) => word.slice(0, 1))
  return `${syllables.join(' ')} ${initials.join('')}`
}
