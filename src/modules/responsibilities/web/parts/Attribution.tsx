import type { LibrarySource } from '../../contract.ts'

/** The line a library's licence asks for, wherever something of it is shown. */
export function Attribution({ source }: { source: LibrarySource }) {
  return (
    <p lang="en" className="max-w-prose text-xs text-muted">
      {source.attribution}
    </p>
  )
}
