export type Tone = 'gray' | 'blue' | 'green' | 'amber' | 'red' | 'sky' | 'violet' | 'teal'

/** Words on a soft ground of the same colour, dark enough to be read (4.5 : 1). */
export const softTone: Record<Tone, string> = {
  gray: 'bg-gray-soft text-gray-text',
  blue: 'bg-primary-soft text-primary-text',
  green: 'bg-green-soft text-green-text',
  amber: 'bg-amber-soft text-amber-text',
  red: 'bg-red-soft text-red-text',
  sky: 'bg-sky-soft text-sky-text',
  violet: 'bg-violet-soft text-violet-text',
  teal: 'bg-teal-soft text-teal-text',
}

export const toneLine: Record<Tone, string> = {
  gray: 'border-gray-line',
  blue: 'border-primary-line',
  green: 'border-green-line',
  amber: 'border-amber-line',
  red: 'border-red-line',
  sky: 'border-sky-line',
  violet: 'border-violet-line',
  teal: 'border-teal-line',
}

export const solidTone: Record<Tone, string> = {
  gray: 'bg-gray',
  blue: 'bg-primary',
  green: 'bg-green',
  amber: 'bg-amber',
  red: 'bg-red',
  sky: 'bg-sky',
  violet: 'bg-violet',
  teal: 'bg-teal',
}
