import ChevronLeft from 'lucide-react/icons/chevron-left'
import ChevronRight from 'lucide-react/icons/chevron-right'
import { periodAround } from '#core/calendar'
import { Button } from '#ui/Button'
import { IconButton } from '#ui/IconButton'
import { RadioGroup } from '#ui/Radio'
import { useFormat } from '#web/format'
import { useWords } from '#web/words'
import { periodText, shownKinds, stepped } from './periods.ts'
import type { ShownPeriod } from './use-period.ts'

/** Week, month or quarter, and the way to the ones before. */
export function PeriodBar({ shown }: { shown: ShownPeriod }) {
  const t = useWords('indicators')
  const format = useFormat()
  const { kind, day, today, set } = shown
  const isNow = periodAround(kind, day).from === periodAround(kind, today).from
  const text = periodText(kind, day, t, format)
  return (
    <div role="group" aria-label={t('period.label')} className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <RadioGroup
        label={t('period.kind')}
        hideLabel
        look="segments"
        value={kind}
        onChange={(next) => set({ kind: next as typeof kind })}
        options={shownKinds.map((each) => ({ id: each, label: t(`period.${each}`) }))}
      />
      <span className="flex items-center gap-1">
        <IconButton
          icon={ChevronLeft}
          label={t('period.before')}
          onPress={() => set({ day: stepped(kind, day, -1) })}
        />
        <span aria-live="polite" className="min-w-24 text-center font-medium whitespace-nowrap">
          {text}
        </span>
        <IconButton
          icon={ChevronRight}
          label={t('period.after')}
          isDisabled={isNow}
          onPress={() => set({ day: stepped(kind, day, 1) })}
        />
      </span>
      {!isNow && (
        <Button variant="quiet" onPress={() => set({ day: today })}>
          {t(`period.now.${kind}`)}
        </Button>
      )}
    </div>
  )
}
