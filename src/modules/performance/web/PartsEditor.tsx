import type { SchemeContent } from '#core/performance'
import { Card } from '#ui/Card'
import { NumberField } from '#ui/NumberField'
import { useFormat } from '#web/format'
import { useWords } from '#web/words'
import { partOrder } from './tones.ts'

type Props = { content: SchemeContent; onChange: (patch: Partial<SchemeContent>) => void }

/** Whose scores count how much on manual lines, and when a reason must be told. */
export function PartsEditor({ content, onChange }: Props) {
  const t = useWords('performance')
  const f = useFormat()
  const { parts, reasons } = content
  const sum = partOrder.reduce((all, part) => all + parts[part], 0)
  return (
    <div className="flex flex-col gap-4">
      <Card title={t('scheme.parts')} description={t('partsEdit.lead')}>
        <div className="grid grid-cols-2 gap-3 lg:grid-cols-5">
          {partOrder.map((part) => (
            <NumberField
              key={part}
              label={t(`parts.${part}`)}
              unit="%"
              minValue={0}
              maxValue={100}
              value={parts[part] / 10}
              onChange={(percent) =>
                percent !== null && onChange({ parts: { ...parts, [part]: Math.round(percent * 10) } })
              }
            />
          ))}
          <NumberField
            label={t('partsEdit.peers')}
            minValue={0}
            maxValue={10}
            value={content.peers}
            onChange={(peers) => peers !== null && onChange({ peers: Math.round(peers) })}
          />
        </div>
        <p className={sum === 1000 ? 'mt-3 text-muted' : 'mt-3 font-semibold text-amber-text'}>
          {t('lines.sum', { percent: f.percent(sum) })}
        </p>
      </Card>
      <Card title={t('reasons.title')} description={t('reasons.lead')}>
        <div className="grid grid-cols-1 gap-3 sm:grid-cols-3">
          {(['highHundredths', 'lowHundredths', 'differenceHundredths'] as const).map((bound) => (
            <NumberField
              key={bound}
              label={t(`reasons.${bound}`)}
              unit={t('give.points')}
              minValue={0}
              maxValue={150}
              value={reasons[bound] / 100}
              onChange={(score) =>
                score !== null && onChange({ reasons: { ...reasons, [bound]: Math.round(score * 100) } })
              }
            />
          ))}
        </div>
      </Card>
    </div>
  )
}
