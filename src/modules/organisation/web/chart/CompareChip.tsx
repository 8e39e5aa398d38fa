import GitCompareArrows from 'lucide-react/icons/git-compare-arrows'
import { Button } from '#ui/Button'
import { DateField } from '#ui/DateField'
import { IconButton } from '#ui/IconButton'
import { Popover } from '#ui/Popover'
import { useFormat } from '#web/format'
import { usePhone } from '#web/page'
import { useWords } from '#web/words'

/** The day with which the chart is compared; '' for none. */
export function CompareChip({ against, onChange }: { against: string; onChange: (against: string) => void }) {
  const t = useWords('organisation')
  const f = useFormat()
  const isPhone = usePhone()
  const label = against ? t('screens.chart.comparedWith', { day: f.day(against) }) : t('screens.chart.compare')
  const variant = against ? 'soft' : 'secondary'
  return (
    <Popover
      label={t('screens.chart.compare')}
      placement="bottom end"
      trigger={
        isPhone ? (
          <IconButton icon={GitCompareArrows} label={label} variant={variant} />
        ) : (
          <Button icon={GitCompareArrows} variant={variant}>
            {label}
          </Button>
        )
      }
    >
      {(close) => (
        <div className="flex flex-col gap-3">
          <DateField
            label={t('screens.chart.compareDay')}
            value={against || null}
            onChange={(day) => onChange(day ?? '')}
          />
          <Button
            isDisabled={against === ''}
            onPress={() => {
              onChange('')
              close()
            }}
          >
            {t('screens.chart.compareNot')}
          </Button>
        </div>
      )}
    </Popover>
  )
}
