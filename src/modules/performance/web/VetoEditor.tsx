import type { Line } from '#core/performance'
import { Checkbox } from '#ui/Checkbox'
import { NumberField } from '#ui/NumberField'
import { useWords } from '#web/words'

type Veto = NonNullable<Line['veto']>

/** A line that caps the whole when it falls under a threshold. */
export function VetoEditor({ veto, onChange }: { veto: Line['veto']; onChange: (veto: Veto | null) => void }) {
  const t = useWords('performance')
  return (
    <div className="flex flex-col gap-3">
      <Checkbox
        value={veto !== undefined}
        onChange={(isOn) => onChange(isOn ? { belowHundredths: 6000, capHundredths: 6000 } : null)}
      >
        {t('line.veto')}
      </Checkbox>
      {veto && (
        <div className="grid grid-cols-2 gap-3">
          <NumberField
            label={t('veto.below')}
            unit={t('give.points')}
            minValue={0.01}
            maxValue={150}
            value={veto.belowHundredths / 100}
            onChange={(score) =>
              score !== null && onChange({ ...veto, belowHundredths: Math.max(1, Math.round(score * 100)) })
            }
          />
          <NumberField
            label={t('veto.cap')}
            unit={t('give.points')}
            minValue={0}
            maxValue={150}
            value={veto.capHundredths / 100}
            onChange={(score) => score !== null && onChange({ ...veto, capHundredths: Math.round(score * 100) })}
          />
        </div>
      )}
    </div>
  )
}
