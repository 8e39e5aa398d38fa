import { useIsFetching } from '@tanstack/react-query'
import { useAddress } from '../lib/address.ts'

/** A thin line at the top while something is read for the first time. */
export function TopProgress() {
  const waiting = useIsFetching({ predicate: (query) => query.state.data === undefined })
  const { isGoing } = useAddress()
  if (waiting === 0 && !isGoing) return null
  return (
    <div
      aria-hidden="true"
      className="pointer-events-none fixed inset-x-0 top-0 z-60 h-0.5 overflow-hidden print:hidden"
    >
      <div className="kit-indeterminate h-full w-1/3 bg-primary" />
    </div>
  )
}
