import type { LocalText } from '#core/local-text'
import { useLocal } from '#web/words'

/** A responsibility's colour and two letters: the same everywhere, so that pieces of work can be told apart at a glance. */
export function ResponsibilityMark({
  id,
  name,
  size = 'md',
}: {
  id: string
  name: LocalText
  size?: 'sm' | 'md' | 'lg'
}) {
  const local = useLocal()
  const text = local(name)
  return (
    <span
      aria-hidden="true"
      title={text}
      className={`inline-flex shrink-0 items-center justify-center font-semibold leading-none whitespace-nowrap ${sizes[size]} ${colours[colourAt(id)]}`}
    >
      {shortName(text)}
    </span>
  )
}

/** The line in the colour of a responsibility, for cards and rows. */
export function markLine(id: string): string {
  return lines[colourAt(id)] ?? ''
}

const sizes = {
  // as wide as its two letters need: Chinese ones are wider than tall rooms allow
  sm: 'h-5 min-w-6 px-0.5 rounded-xs text-2xs',
  md: 'size-7 rounded-sm text-xs',
  lg: 'size-10 rounded-md text-sm',
}
const colours = [
  'bg-primary-soft text-primary-text',
  'bg-teal-soft text-teal-text',
  'bg-violet-soft text-violet-text',
  'bg-amber-soft text-amber-text',
  'bg-sky-soft text-sky-text',
  'bg-green-soft text-green-text',
]
const lines = ['bg-primary', 'bg-teal', 'bg-violet', 'bg-amber', 'bg-sky', 'bg-green']

/** From the random end of the id, so it never moves when others are added. */
function colourAt(id: string): number {
  return Number.parseInt(id.slice(-6), 16) % colours.length
}

/** The last two Chinese characters (客户拓展 → 拓展: what is done tells more than to whom), or the first letters of two words. */
function shortName(text: string): string {
  if (/\p{Script=Han}/u.test(text)) return [...text.replaceAll(/[^\p{Script=Han}]/gu, '')].slice(-2).join('')
  const words = text.split(/[^\p{L}\p{N}]+/u).filter(Boolean)
  return (words.length > 1 ? `${words[0]?.[0]}${words[1]?.[0]}` : text.slice(0, 2)).toUpperCase()
}
