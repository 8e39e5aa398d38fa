import type { LocalText } from '#core/local-text'
import { Link, useHref } from '#web/links'
import { useRead } from '#web/query'
import { useLocal } from '#web/words'
import { routes } from '../contract.ts'
import { ResponsibilityMark } from './ResponsibilityMark.tsx'

export type ResponsibilityNameProps = {
  id: string
  /** When it is known already; asked for otherwise. */
  name?: LocalText
  withMark?: boolean
  /** Leads to its page, for those who may open it. */
  isLink?: boolean
}

/** A responsibility by its name, wherever another module speaks of one. */
export function ResponsibilityName({ id, name, withMark, isLink }: ResponsibilityNameProps) {
  const local = useLocal()
  const href = useHref()('responsibilities.responsibility', { responsibilityId: id })
  const asked = useRead(routes.readResponsibilityNames, { ids: id }, { when: !name })
  const known = name ?? asked.data?.[0]?.name
  if (!known) return <span className="text-faint">…</span>
  return (
    <span className="inline-flex min-w-0 items-center gap-1.5">
      {withMark && <ResponsibilityMark id={id} name={known} size="sm" />}
      {isLink && href ? (
        <Link href={href} isQuiet>
          {local(known)}
        </Link>
      ) : (
        <span className="truncate">{local(known)}</span>
      )}
    </span>
  )
}
