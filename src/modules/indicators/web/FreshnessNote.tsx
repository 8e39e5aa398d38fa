import Warning from 'lucide-react/icons/triangle-alert'
import { Icon } from '#ui/Icon'
import { useFormat } from '#web/format'
import { useRead } from '#web/query'
import { useLocal, useWords } from '#web/words'
import { routes, type KindFreshness } from '../contract.ts'

/** Stands beside figures that rest on facts that no longer come; nothing while all are fresh. Of all kinds unless told which. */
export function FreshnessNote({ kinds }: { kinds?: readonly string[] }) {
  const t = useWords('indicators')
  const asked = kinds && [...new Set(kinds)].sort()
  const fresh = useRead(routes.readFreshness, asked ? { kind: asked } : {}, { when: asked?.length !== 0 })
  const silent = (fresh.data?.kinds ?? []).filter((kind) => kind.state === 'silent' || kind.state === 'never')
  if (silent.length === 0) return null
  return (
    <div
      role="note"
      className="flex gap-2 rounded-lg border border-amber-line bg-amber-soft px-3 py-2 text-sm text-amber-text"
    >
      <span className="pt-0.5">
        <Icon as={Warning} size={16} />
      </span>
      <span className="flex flex-col gap-0.5">
        {silent.map((kind) => (
          <SilentKind key={kind.kind} kind={kind} />
        ))}
        <span>{t('fresh.note')}</span>
      </span>
    </div>
  )
}

function SilentKind({ kind }: { kind: KindFreshness }) {
  const t = useWords('indicators')
  const local = useLocal()
  const format = useFormat()
  const name = local(kind.name) || kind.kind
  const gaps = kind.gaps.length > 0 ? ` · ${t('fresh.gaps', { count: kind.gaps.length })}` : ''
  return (
    <span className="font-medium">
      {kind.lastDay
        ? t('fresh.silent', { kind: name, day: format.day(kind.lastDay) }) + gaps
        : t('fresh.never', { kind: name })}
    </span>
  )
}
