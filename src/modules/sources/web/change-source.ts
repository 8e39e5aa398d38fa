import type { Asked } from '#core/contract'
import type { routes, SourceDetail } from '../contract.ts'

type Change = Asked<typeof routes.changeSource>

/** A source as it stands, to be sent back with some of it changed. */
export function changed(source: SourceDetail, parts: Partial<Change>): Change {
  const { id, version, name, address, mapping, takes, everyMinutes, rhythm, ownerId } = source
  return { sourceId: id, version, name, address, mapping, takes, everyMinutes, rhythm, ownerId, ...parts }
}
