import type { Input } from '#core/contract'
import type { Context } from '#kernel/context'
import type { OrgChart, routes } from '../contract.ts'
import { packChart } from '../pack-chart.ts'
import { soundOf } from '../pinyin.ts'
import { chartDotted, chartSeats, chartUnits } from '../store/chart.ts'

/** Every unit, position and seat of a day that the asker may see, in columns. */
export async function readOrgChart(
  ctx: Context,
  { on = ctx.today }: Input<typeof routes.readOrgChart>,
): Promise<OrgChart> {
  const units = await chartUnits(ctx, on)
  const seats = await chartSeats(ctx, on)
  return packChart(on, units, seats, await chartDotted(ctx, on), knownSound)
}

/** Names of units and positions come again and again, and pinyin takes its time. */
function knownSound(name: string): string {
  const known = sounds.get(name)
  if (known !== undefined) return known
  if (sounds.size > mostSounds) sounds.clear()
  const sound = soundOf(name)
  sounds.set(name, sound)
  return sound
}

const mostSounds = 20_000
const sounds = new Map<string, string>()
