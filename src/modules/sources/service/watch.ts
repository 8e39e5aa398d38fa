import type { Context } from '#kernel/context'
import { tellPeople } from '#modules/base'
import { workCalendar } from '#modules/organisation'
import { allSources, noteSilenceTold } from '../store/source.ts'
import { freshnessOfSource } from './sources.ts'

/** Tells the owner of a source once that it has gone silent: again only when it has spoken in between. */
export async function watch(ctx: Context): Promise<void> {
  const calendar = await workCalendar(ctx)
  for (const source of await allSources(ctx)) {
    const { state } = freshnessOfSource(ctx, source, calendar)
    if (state !== 'silent' || !source.owner_id || source.silent_told_for === source.last_day) continue
    await noteSilenceTold(ctx, source.id, source.last_day)
    await tellPeople(ctx, [source.owner_id], {
      kind: 'sources.silent',
      facts: { name: source.name, day: source.last_day ?? '' },
      link: `/sources/${source.id}`,
    })
  }
}
