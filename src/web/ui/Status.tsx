import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import { useKitWords } from './kit-words.tsx'
import { softTone } from './tones.ts'

export type StatusColor = 'green' | 'amber' | 'red' | 'gray'

export type StatusProps = {
  color: StatusColor
  /** The judgement as a word; a general one for the colour unless given. */
  children?: ReactNode
  /** A figure behind the word: `60 %`. */
  figure?: ReactNode
  /** `soft` has a ground of its own, `plain` stands in text and cells, `shape` keeps the word for screen readers. */
  look?: 'soft' | 'plain' | 'shape'
}

/** Red, amber, green: always colour, shape and word together. */
export function Status({ color, children, figure, look = 'plain' }: StatusProps) {
  const words = useKitWords()
  const word = children ?? words(color)
  return (
    <span
      className={cx(
        'inline-flex items-center gap-1.5 whitespace-nowrap',
        look === 'soft'
          ? cx('self-center rounded-full px-2 py-px text-xs font-medium touch:text-sm', softTone[color])
          : texts[color],
      )}
    >
      <svg viewBox="0 0 12 12" className={cx('size-2.5 shrink-0', fills[color])} aria-hidden="true">
        {shapes[color]}
      </svg>
      <span className={look === 'shape' ? 'sr-only' : ''}>{word}</span>
      {figure !== undefined && <span>{figure}</span>}
    </span>
  )
}

const shapes: Record<StatusColor, ReactNode> = {
  green: <circle cx="6" cy="6" r="5.2" />,
  amber: <path d="M6 .9 11.6 11H.4Z" strokeLinejoin="round" />,
  red: <rect x="1" y="1" width="10" height="10" rx="1.6" />,
  gray: <path d="M1 4.75h10v2.5H1z" />,
}
const fills = { green: 'fill-green', amber: 'fill-amber', red: 'fill-red', gray: 'fill-gray' }
const texts = { green: 'text-green-text', amber: 'text-amber-text', red: 'text-red-text', gray: 'text-gray-text' }
