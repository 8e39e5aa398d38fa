import { useState } from 'react'
import UserRoundPlus from 'lucide-react/icons/user-round-plus'
import { Avatar } from '#ui/Avatar'
import { Button } from '#ui/Button'
import { Card } from '#ui/Card'
import { Empty } from '#ui/Empty'
import { Tag } from '#ui/Tag'
import { hrefTo, Link, useHref } from '#web/links'
import { useFormat } from '#web/format'
import { useLocal, useWords } from '#web/words'
import type { Holder, ResponsibilityDetail } from '../../contract.ts'
import { racis } from '../../contract.ts'
import { manifest } from '../../manifest.ts'
import { AlarmTag, RaciTag } from './Tags.tsx'
import { AssignSheet } from './AssignSheet.tsx'
import { ReleaseDialog } from './ReleaseDialog.tsx'
import { WeightDialog } from './WeightDialog.tsx'

/** Who holds a responsibility, by role, with what is wrong about it on top. */
export function Holders({ detail }: { detail: ResponsibilityDetail }) {
  const t = useWords('responsibilities')
  const [isAssigning, setAssigning] = useState(false)
  const [ending, setEnding] = useState<Holder | null>(null)
  const [weighing, setWeighing] = useState<Holder | null>(null)
  const { holders, alarms, may } = detail
  return (
    <Card
      title={t('fields.holders')}
      actions={
        detail.state === 'in-force' && (
          <span className="flex flex-wrap items-center gap-2">
            <Link href={hrefTo(manifest, 'answer', {}, { of: detail.id })}>{t('answer.link')}</Link>
            {may.assign && (
              <Button size="sm" icon={UserRoundPlus} onPress={() => setAssigning(true)}>
                {t('page.assign')}
              </Button>
            )}
          </span>
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
        {holders.length === 0 && (
          <Empty
            isSmall
            title={t('page.noHolders')}
            description={t(detail.state === 'draft' ? 'page.startHint' : 'page.noHoldersHint')}
          />
        )}
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
                    may={may.assign}
                    onEnd={() => setEnding(holder)}
                    onWeigh={() => setWeighing(holder)}
                  />
                ))}
              </ul>
            </div>
          )
        })}
      </div>
      {isAssigning && <AssignSheet detail={detail} onClose={() => setAssigning(false)} />}
      {weighing && <WeightDialog holder={weighing} onClose={() => setWeighing(null)} />}
      {ending && <ReleaseDialog holder={ending} onClose={() => setEnding(null)} />}
    </Card>
  )
}

function HolderLine({ holder, may, onEnd, onWeigh }: HolderLineProps) {
  const t = useWords('responsibilities')
  const format = useFormat()
  const local = useLocal()
  const { people } = holder
  return (
    <li className="flex items-start gap-3 py-2">
      <div className="flex -space-x-2 pt-0.5">
        {people.slice(0, 3).map((person) => (
          <Avatar key={person.personId} name={person.name} size="sm" />
        ))}
      </div>
      <div className="min-w-0 flex-1">
        <div>
          {people.length === 0
            ? t('page.vacant')
            : people
                .map((person) => (person.isActing ? t('page.acting', { name: person.name }) : person.name))
                .join(', ')}
        </div>
        <div className="flex flex-wrap items-center gap-x-1.5 text-sm text-muted">
          <HolderPlace holder={holder} />
          {holder.holder !== 'position' && <Tag>{t(`holder.${holder.holder}`)}</Tag>}
          {holder.forUnitId && <Tag tone="sky">{t('page.onlyFor', { unit: local(holder.forUnitName) })}</Tag>}
        </div>
        <div className="text-xs text-muted">
          {holder.validUntil
            ? t('page.between', { from: holder.validFrom, until: holder.validUntil })
            : t('page.since', { day: holder.validFrom })}
          {holder.weightPermille > 0 && ` · ${t('mine.share', { share: format.percent(holder.weightPermille) })}`}
        </div>
      </div>
      {may && (
        <div className="flex flex-col items-end">
          <Button variant="quiet" size="sm" onPress={onEnd}>
            {t('page.release')}
          </Button>
          {holder.holder !== 'unit' && (
            <Button variant="quiet" size="sm" onPress={onWeigh}>
              {t('page.weigh')}
            </Button>
          )}
        </div>
      )}
    </li>
  )
}

type HolderLineProps = { holder: Holder; may: boolean; onEnd: () => void; onWeigh: () => void }

/** Where it is held: the position and its unit, or the unit itself. */
function HolderPlace({ holder }: { holder: Holder }) {
  const local = useLocal()
  const positionId = holder.positionId ?? ''
  const href = useHref()('organisation.position', { positionId, id: positionId })
  if (holder.holder === 'unit') return <span>{local(holder.unitName)}</span>
  const title = local(holder.positionTitle)
  return (
    <span>
      {href && positionId ? (
        <Link href={href} isQuiet>
          {title}
        </Link>
      ) : (
        title
      )}
      {holder.unitName && ` · ${local(holder.unitName)}`}
    </span>
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
