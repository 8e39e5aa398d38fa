import type { ReactNode } from 'react'

/** A part that says nothing, in one quiet line. */
export function Nothing({ children }: { children: ReactNode }) {
  return <p className="text-muted">{children}</p>
}
