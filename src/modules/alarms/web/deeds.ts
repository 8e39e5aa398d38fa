import type { Output } from '#core/contract'
import type { useRead } from '#web/query'
import type { Alarm, routes } from '../contract.ts'

/** What is to be decided about some alarms. */
export type Deed = { readonly kind: 'assign' | 'mute' | 'unmute'; readonly alarms: readonly Alarm[] }

export type AlarmListProps = {
  read: ReturnType<typeof useRead<(typeof routes)['listAlarms']>>
  items: Output<(typeof routes)['listAlarms']>['items']
  isFiltered: boolean
  onDeed: (deed: Deed) => void
}
