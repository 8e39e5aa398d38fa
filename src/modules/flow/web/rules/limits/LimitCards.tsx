import { Card } from '#ui/Card'
import { Facts } from '#ui/Facts'
import { useFormat } from '#web/format'
import { hrefTo, Link } from '#web/links'
import { useLocal, useWords } from '#web/words'
import { manifest } from '../../../manifest.ts'
import { Bound } from './Bound.tsx'
import { LimitDeeds, LimitSwitch, Told } from './LimitParts.tsx'
import type { LimitRowsProps } from './LimitTable.tsx'

/** The same for the phone. */
export function LimitCards({ rows, onOpen }: LimitRowsProps) {
  const t = useWords('flow')
  const f = useFormat()
  const local = useLocal()
  return (
    <ul aria-label={t('rules.tabs.limits')} className="flex flex-col gap-3">
      {rows.map((limit) => (
        <li key={limit.id}>
          <Card title={local(limit.fieldName)} actions={<LimitSwitch limit={limit} />}>
            <Facts
              items={[
                {
                  label: t('rules.limits.flow'),
                  value: (
                    <Link href={hrefTo(manifest, 'flow', { flowId: limit.flow.id })}>{local(limit.flow.name)}</Link>
                  ),
                },
                { label: t('rules.limits.atLeast'), value: <Bound isMoney={limit.isMoney} value={limit.atLeast} /> },
                { label: t('rules.limits.atMost'), value: <Bound isMoney={limit.isMoney} value={limit.atMost} /> },
                { label: t('rules.limits.tell'), value: <Told limit={limit} /> },
                { label: t('rules.limits.breachCount'), value: f.number(limit.breaches) },
              ]}
            />
            <div className="mt-3">
              <LimitDeeds limit={limit} onOpen={onOpen} />
            </div>
          </Card>
        </li>
      ))}
    </ul>
  )
}
