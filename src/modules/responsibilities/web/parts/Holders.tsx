import { useState } from 'react'
import UserRoundPlus from 'lucide-react/icons/user-round-plus'
import { Avatar } from '#ui/Avatar'
import { Button } from '#ui/Button'
import { Card } from '#ui/Card'
import { Empty } from '#ui/Empty'
import { Link, useHref } from '#web/links'
import { useFormat } from '#web/format'
import { useLocal, useWords } from '#web/words'
import type { Holder, ResponsibilityDetail } from '../../contract.ts'
import { racis } from '../../contract.ts'
import { AlarmTag, RaciTag } from './Tags.tsx'
import { AssignSheet } from './AssignSheet.tsx'
import { ReleaseDialog } from './ReleaseDialog.tsx'

/** Who holds a responsibility, by role, with what is wrong about it on top. */
export function Holders({ detail }: { detail: ResponsibilityDetail }) {
  const t = useWords('responsibilities')
  const [isAssigning, setAssigning] = useState(false)
  const [ending, setEnding] = useState<Holder | null>(null)
  const { holders, alarms, may } = detail
  return (
    <Card
      title={t('fields.holders')}
      actions={
        may.assign && (
          <Button size="sm" icon={UserRoundPlus} onPress={() => setAssigning(true)}>
            {t('page.assign')}
          </Button>
        )
      }
    >
      <div className="flex flex-col gap-3">
        {alarms.map((kind) => (
          <div key={kind} className="flex flex-col items-start gap-1">
            <AlarmTag kind={kind} />
            <p className="text-sm text-muted">
              <AlarmHint detail={detail} />
            </p>
          </div>
        ))}
        {holders.length === 0 && <Empty isSmall title={t('page.noHolders')} description={t('page.noHoldersHint')} />}
        {racis.map((raci) => {
          const group = holders.filter((holder) => holder.raci === raci)
          if (group.length === 0) return null
          return (
            <div key={raci}>
              <div className="flex items-center gap-2">
                <RaciTag raci={raci} />
                <span className="text-xs text-muted">{t(`raciHint.${raci}`)}</span>
              </div>
              <ul className="mt-1 divide-y divide-line">
                {group.map((holder) => (
                  <HolderLine
                    key={holder.holdingId}
                    holder={holder}
                    {...(may.assign ? { onEnd: () => setEnding(holder) } : {})}
                  />
                ))}
              </ul>
            </div>
          )
        })}
      </div>
      {isAssigning && <AssignSheet detail={detail} onClose={() => setAssigning(false)} />}
      {ending && <ReleaseDialog holder={ending} onClose={() => setEnding(null)} />}
    </Card>
  )
}

function HolderLine({ holder, onEnd }: { holder: Holder; onEnd?: () => void }) {
  const t = useWords('responsibilities')
  const local = useLocal()
  const format = useFormat()
  const href = useHref()('organisation.position', { positionId: holder.positionId, id: holder.positionId })
  const { people } = holder
  return (
    <li className="flex items-start gap-3 py-2">
      <div className="flex -space-x-2 pt-0.5">
        {people.slice(0, 3).map((person) => (
          <Avatar key={person.personId} name={person.name} size="sm" />
        ))}
      </div>
      <div className="min-w-0 flex-1">
        <div>{people.length > 0 ? people.map((person) => person.name).join(', ') : t('page.vacant')}</div>
        <div className="text-sm text-muted">
          {href ? (
            <Link href={href} isQuiet>
              {local(holder.positionTitle)}
            </Link>
          ) : (
            local(holder.positionTitle)
          )}{' '}
          · {local(holder.unitName)}
        </div>
        <div className="text-xs text-muted">
          {holder.validUntil
            ? t('page.between', { from: holder.validFrom, until: holder.validUntil })
            : t('page.since', { day: holder.validFrom })}
          {holder.weightPermille > 0 && ` · ${t('mine.share', { share: format.percent(holder.weightPermille) })}`}
        </div>
      </div>
      {onEnd && (
        <Button variant="quiet" size="sm" onPress={onEnd}>
          {t('page.release')}
        </Button>
      )}
    </li>
  )
}

function AlarmHint({ detail }: { detail: ResponsibilityDetail }) {
  const t = useWords('responsibilities')
  const local = useLocal()
  const accountable = detail.holders.find((holder) => holder.raci === 'accountable')
  return detail.alarms.map((kind) =>
    t(`alarmHint.${kind}`, {
      position: local(accountable?.positionTitle),
      people: accountable?.people.map((person) => person.name).join(', ') ?? '',
    }),
  )
}
