import type { ReactNode } from 'react'
import Lock from 'lucide-react/icons/lock'
import { Icon } from './Icon.tsx'
import { useKitWords } from './kit-words.tsx'

export type BlockedProps = {
  /** What is held up; "You cannot go on yet" unless given. */
  title?: string
  /** Why: the rule with its name and version. */
  rule: ReactNode
  /** Who can free it. */
  person: ReactNode
  /** By when. */
  deadline: ReactNode
  /** The way out: a button that asks that person. */
  action?: ReactNode
}

/** Every blocked state says why, who can free it and by when. All three are required on purpose. */
export function Blocked({ title, rule, person, deadline, action }: BlockedProps) {
  const words = useKitWords()
  const facts = [
    [words('blockedRule'), rule],
    [words('blockedPerson'), person],
    [words('blockedDeadline'), deadline],
  ] as const
  return (
    <section role="note" className="rounded-lg border border-amber-line bg-amber-soft px-4 py-3">
      <div className="flex items-center gap-2 font-semibold text-amber-text">
        <Icon as={Lock} />
        <p>{title ?? words('blocked')}</p>
      </div>
      <div className="mt-2 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <dl className="grid min-w-0 flex-1 grid-cols-[auto_1fr] gap-x-4 gap-y-0.5 text-sm touch:text-base">
          {facts.map(([name, value]) => (
            <div key={name} className="contents">
              <dt className="text-amber-text">{name}</dt>
              <dd className="min-w-0">{value}</dd>
            </div>
          ))}
        </dl>
        {action}
      </div>
    </section>
  )
}
