import Armchair from 'lucide-react/icons/armchair'
import { Avatar } from '#ui/Avatar'
import { Empty } from '#ui/Empty'
import { Tag } from '#ui/Tag'
import { useFormat } from '#web/format'
import { useWords } from '#web/words'
import type { Holder } from '../contract.ts'
import { PersonName } from './PersonName.tsx'

/** Who sits on a position, since when and with how much of their time. */
export function HolderList({ holders }: { holders: readonly Holder[] }) {
  const t = useWords('organisation')
  const f = useFormat()
  if (holders.length === 0)
    return (
      <Empty
        icon={Armchair}
        isSmall
        title={t('screens.positions.vacant')}
        description={t('screens.positions.vacantWhy')}
      />
    )
  return (
    <ul className="divide-y divide-line">
      {holders.map((holder) => (
        <li key={holder.assignmentId} className="flex items-center gap-3 px-4 py-2.5">
          <Avatar name={holder.name} size="sm" />
          <span className="min-w-0 flex-1">
            <span className="flex flex-wrap items-center gap-2">
              <PersonName id={holder.personId} name={holder.name} latinName={holder.latinName} />
              <span className="text-sm text-muted">{holder.number}</span>
              {holder.kind !== 'main' && <Tag tone="violet">{t(`assignmentKinds.${holder.kind}`)}</Tag>}
            </span>
            <span className="text-sm text-muted">
              {holder.until
                ? t('screens.fromUntil', { from: holder.from, until: holder.until })
                : t('screens.sinceDay', { from: holder.from })}
            </span>
          </span>
          <span className="text-muted">{f.percent(holder.sharePermille)}</span>
        </li>
      ))}
    </ul>
  )
}
