import type { Context } from '#kernel/context'
import { tellPeople } from '#modules/base'
import type { Indicator, Version } from '../shapes.ts'
import { holdersOn } from '../store/holders.ts'

/** Tells everybody who holds a responsibility, in whatever role, that a target moves and from which day. */
export async function tellTargetsChanged(
  ctx: Context,
  version: Version,
  changes: readonly { indicator: Indicator; from: number; to: number }[],
): Promise<void> {
  const { validFrom: day } = version
  if (changes.length === 0 || day === null) return
  const holders = await holdersOn(ctx, [version.responsibilityId], day)
  const people = [...new Set(holders.flatMap((holder) => holder.people.map((person) => person.personId)))]
  for (const { indicator, from, to } of changes) {
    const unit = indicator.unit
    await tellPeople(ctx, people, {
      kind: 'responsibilities.target-changed',
      facts: { name: indicator.name, from: figure(from, unit), to: figure(to, unit), day },
      link: `/responsibilities/${version.responsibilityId}`,
    })
  }
}

/** As people write it: shares in percent, else with the unit behind. */
function figure(value: number, unit: string): string {
  const amount = unit === '%' ? value * 100 : value
  const plain = String(Math.round(amount * 1e6) / 1e6)
  return unit === '' ? plain : `${plain} ${unit}`
}
