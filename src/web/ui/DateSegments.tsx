import { DateInput, DateSegment } from 'react-aria-components/DateField'
import { useLocale } from 'react-aria-components/I18nProvider'
import { cx } from './cx.ts'

/** The typed parts of a day or time. Chinese days are written 2026-11-21, whatever the engine's own habit. */
export function DateSegments({ slot, className }: { slot?: 'start' | 'end'; className?: string }) {
  const { locale } = useLocale()
  return (
    <DateInput slot={slot} className={cx('flex items-center self-stretch whitespace-nowrap', className)}>
      {(segment) => (
        <DateSegment
          segment={segment}
          className={cx(
            'rounded-xs px-px outline-none data-placeholder:text-faint data-[type=literal]:px-0 data-[type=literal]:text-faint',
            'data-focused:bg-primary data-focused:text-on-primary data-disabled:text-disabled',
          )}
        >
          {({ text, type }) => (type === 'literal' && locale.startsWith('zh') ? text.replace('/', '-') : text)}
        </DateSegment>
      )}
    </DateInput>
  )
}
