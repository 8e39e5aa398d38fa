import { Button } from '#ui/Button'
import { Card } from '#ui/Card'
import { Empty } from '#ui/Empty'
import { Await } from '#web/await'
import { Link } from '#web/links'
import { useWords } from '#web/words'
import type { Alarm } from '../contract.ts'
import { useAbout, useSentence } from './alarm-words.ts'
import { Course } from './Course.tsx'
import type { AlarmListProps, Deed } from './deeds.ts'
import { KindTag } from './KindTag.tsx'

/** The alarms on a phone, each with what can be done about it. */
export function AlarmCards({ read, isFiltered, onDeed }: AlarmListProps) {
  const t = useWords('alarms')
  return (
    <Await query={read} shape="cards">
      {({ items }) =>
        items.length === 0 ? (
          <Empty title={t(isFiltered ? 'list.noHit' : 'list.empty')} />
        ) : (
          <ul className="flex flex-col gap-3">
            {items.map((alarm) => (
              <li key={alarm.id}>
                <AlarmCard alarm={alarm} onDeed={(kind) => onDeed({ kind, alarms: [alarm] })} />
              </li>
            ))}
          </ul>
        )
      }
    </Await>
  )
}

function AlarmCard({ alarm, onDeed }: { alarm: Alarm; onDeed: (kind: Deed['kind']) => void }) {
  const t = useWords('alarms')
  const { title, note, href } = useAbout()(alarm)
  const sentence = useSentence()
  return (
    <Card>
      <div className="flex flex-col items-start gap-2">
        <KindTag kind={alarm.kind} />
        <div>
          <div className="font-medium">{href ? <Link href={href}>{title}</Link> : title}</div>
          <p className="text-sm text-muted">{note}</p>
        </div>
        <p>{sentence(alarm)}</p>
        <p className="flex flex-wrap gap-x-3 text-sm">
          <Course alarm={alarm} />
          <span className="text-muted">{alarm.assignedTo?.name ?? t('list.nobody')}</span>
        </p>
        {alarm.muteReason && (
          <p className="text-sm text-muted">{t('list.by', { name: alarm.mutedBy ?? '', reason: alarm.muteReason })}</p>
        )}
        {alarm.mayDecide && !alarm.resolvedOn && (
          <div className="flex gap-2">
            <Button size="sm" onPress={() => onDeed('assign')}>
              {t('act.assign')}
            </Button>
            <Button size="sm" onPress={() => onDeed(alarm.mutedUntil ? 'unmute' : 'mute')}>
              {t(alarm.mutedUntil ? 'act.unmute' : 'act.mute')}
            </Button>
          </div>
        )}
      </div>
    </Card>
  )
}
