import type { TagProps } from '#ui/Tag'

export type Tone = NonNullable<TagProps['tone']>

/** Joins class names and leaves out what does not apply. */
export const cx = (...parts: readonly (string | false | undefined)[]): string => parts.filter(Boolean).join(' ')

/** The ground a sign stands on, in the colour of its kind. */
export const softTone: Readonly<Record<Tone, string>> = {
  gray: 'bg-gray-soft text-gray-text',
  blue: 'bg-primary-soft text-primary-text',
  green: 'bg-green-soft text-green-text',
  amber: 'bg-amber-soft text-amber-text',
  red: 'bg-red-soft text-red-text',
  sky: 'bg-sky-soft text-sky-text',
  violet: 'bg-violet-soft text-violet-text',
  teal: 'bg-teal-soft text-teal-text',
}
