import { cx } from './cx.ts'
import { softTone, type Tone } from './tones.ts'

export type AvatarProps = {
  name: string
  /** Address of a picture; falls back to letters. */
  src?: string
  size?: 'xs' | 'sm' | 'md' | 'lg' | 'xl'
  /** A firm or unit is a square, a person a circle. */
  isSquare?: boolean
}

/** Decoration beside a name: always draw the name as words too. The letters are no text of the page. */
export function Avatar({ name, src, size = 'md', isSquare }: AvatarProps) {
  const shape = cx(
    'inline-flex shrink-0 items-center justify-center overflow-hidden font-medium select-none',
    sizes[size],
  )
  const corner = isSquare ? 'rounded-md' : 'rounded-full'
  if (src) return <img src={src} alt="" className={cx(shape, corner, 'object-cover')} />
  return (
    <span
      aria-hidden="true"
      data-letters={initials(name, size)}
      className={cx('before:content-[attr(data-letters)]', shape, corner, softTone[toneOf(name)])}
    />
  )
}

const sizes = {
  xs: 'size-5 text-[0.625rem]',
  sm: 'size-6 text-2xs',
  md: 'size-8 text-xs',
  lg: 'size-10 text-sm',
  xl: 'size-16 text-xl',
}

const tones: Tone[] = ['blue', 'teal', 'violet', 'sky', 'green', 'amber']

function toneOf(name: string): Tone {
  let sum = 0
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973
  return tones[sum % tones.length] ?? 'gray'
}

/** Chinese names are known by their last two signs (张小伟 -> 小伟), others by first letters. */
function initials(name: string, size: keyof typeof sizes): string {
  const trimmed = name.trim()
  if (/^[\p{Script=Han}·]+$/u.test(trimmed)) return trimmed.slice(size === 'xs' || size === 'sm' ? -1 : -2)
  const letters = trimmed.split(/\s+/).map((word) => [...word][0] ?? '')
  return letters
    .slice(0, size === 'xs' ? 1 : 2)
    .join('')
    .toUpperCase()
}
