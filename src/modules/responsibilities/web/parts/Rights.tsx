import ShieldCheck from 'lucide-react/icons/shield-check'
import { Tag } from '#ui/Tag'
import { sayIn } from '#web/words'

/** Permissions in words: whoever holds the responsibility needs them. */
export function Rights({ rights }: { rights: readonly string[] }) {
  return (
    <div className="flex flex-wrap gap-1.5">
      {rights.map((right) => (
        <Tag key={right} icon={ShieldCheck}>
          {rightName(right)}
        </Tag>
      ))}
    </div>
  )
}

export function rightName(right: string): string {
  const dot = right.indexOf('.')
  return sayIn(right.slice(0, dot))(`permissions.${right.slice(dot + 1)}`)
}
