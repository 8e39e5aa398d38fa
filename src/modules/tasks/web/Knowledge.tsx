import { useWords, useLocal } from '#web/words'
import { Link } from '#web/links'
import type { Knowledge as Known } from '../contract.ts'

/** What the responsibility knows about this work: procedures, templates, answered questions. */
export function Knowledge({ known }: { known: readonly Known[] }) {
  const t = useWords('tasks')
  const local = useLocal()
  return (
    <ul className="flex flex-col gap-2">
      {known.map((one) => (
        <li key={`${one.kind} ${JSON.stringify(one.title)}`}>
          <p className="flex flex-wrap items-baseline gap-x-2">
            {one.link ? (
              <Link href={one.link} {...(one.link.startsWith('http') ? { isExternal: true } : {})}>
                {local(one.title)}
              </Link>
            ) : (
              <span className="font-medium">{local(one.title)}</span>
            )}
            <span className="text-xs text-muted">{t(`knowledge.${one.kind}`)}</span>
          </p>
          {one.body && <p className="text-sm whitespace-pre-line text-muted">{local(one.body)}</p>}
        </li>
      ))}
    </ul>
  )
}
