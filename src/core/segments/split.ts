/** A group now and before: how many records it had, and what they add up to. */
export type Share = {
  readonly value: string
  readonly now: { readonly count: number; readonly sum: number }
  readonly before: { readonly count: number; readonly sum: number }
}

/** What a group adds to the change: by being counted more or less often, and by doing otherwise. */
export type Effect = { readonly value: string; readonly mix: number; readonly rate: number }

/**
 * Splits the change of a rate or mean exactly: the effects of all groups add up to now minus before (but for the last
 * bits of floating point). `mix` is the change of a group's share times how far it lies from the mean of both times,
 * `rate` the change of its rate times its mean share. A group that is there only once has no change of rate.
 */
export function mixAndRate(groups: readonly Share[]): Effect[] {
  const [now, before] = [totalOf(groups, 'now'), totalOf(groups, 'before')]
  if (now.count === 0 || before.count === 0) return groups.map(({ value }) => ({ value, mix: 0, rate: 0 }))
  const middle = (now.sum / now.count + before.sum / before.count) / 2
  return groups.map((group) => {
    const [shareNow, shareBefore] = [group.now.count / now.count, group.before.count / before.count]
    const rates = [rateOf(group.now), rateOf(group.before)]
    const rateNow = rates[0] ?? rates[1] ?? 0
    const rateBefore = rates[1] ?? rateNow
    return {
      value: group.value,
      mix: (shareNow - shareBefore) * ((rateNow + rateBefore) / 2 - middle),
      rate: ((shareNow + shareBefore) / 2) * (rateNow - rateBefore),
    }
  })
}

/** The same for a sum: `mix` by more or fewer records, `rate` by more or less in each. Exact as well. */
export function volumeAndAverage(groups: readonly Share[]): Effect[] {
  return groups.map(({ value, now, before }) => {
    const averageNow = rateOf(now) ?? rateOf(before) ?? 0
    const averageBefore = rateOf(before) ?? averageNow
    return {
      value,
      mix: (now.count - before.count) * ((averageNow + averageBefore) / 2),
      rate: ((now.count + before.count) / 2) * (averageNow - averageBefore),
    }
  })
}

function rateOf({ count, sum }: { count: number; sum: number }): number | undefined {
  return count === 0 ? undefined : sum / count
}

function totalOf(groups: readonly Share[], at: 'now' | 'before') {
  return groups.reduce((all, group) => ({ count: all.count + group[at].count, sum: all.sum + group[at].sum }), {
    count: 0,
    sum: 0,
  })
}
