import type { Alarm } from '../contract.ts'

type About = Pick<Alarm, 'position' | 'person' | 'unit' | 'place'>

/** The box of the chart an alarm is about: the position first, then the person, then the unit, then whose business it is. */
export function placeOf({ position, person, unit, place }: About): string | undefined {
  return (position ?? person ?? unit ?? place)?.id
}
