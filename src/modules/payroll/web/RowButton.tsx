import type { ReactNode } from 'react'

/** The name of a row that opens it beside the list. */
export function RowButton({ onPress, children }: { onPress: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      className="rounded text-left font-medium text-primary-text hover:underline focus-visible:outline-2 focus-visible:outline-primary"
      onClick={onPress}
    >
      {children}
    </button>
  )
}
