import type { Day } from '#core/calendar'
import type { House } from '#kernel/house'
import type { Time } from '../history.ts'
import type { Perform, Who } from '../perform.ts'

/** The factory while its history is told: the house runs on `time`, which its teller moves. */
export type FactoryWorld = {
  readonly house: House
  readonly perform: Perform
  readonly time: Time
  readonly tenantId: string
  readonly firstDay: Day
  readonly today: Day
  /** Who administers, and who leads HR and the group: the ones who plan and who approve. */
  readonly founder: Who
  readonly hr: Who
  readonly chief: Who
  readonly unitIds: ReadonlyMap<string, string>
  readonly positionIds: ReadonlyMap<string, string>
}
