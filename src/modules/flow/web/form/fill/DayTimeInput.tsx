import { useState } from 'react'
import { DateField } from '#ui/DateField'
import { TimeField } from '#ui/TimeField'
import { useWords } from '#web/words'
import { useCommon } from './common.ts'
import { textIn, type InputProps } from './input.ts'

/** A day and a time of the company's clock; the form has a value once both are there. */
export function DayTimeInput(props: InputProps) {
  const { value, onChange } = props
  const t = useWords('flow')
  const { description, errorMessage, ...common } = {
    description: undefined,
    errorMessage: undefined,
    ...useCommon(props),
  }
  const [day = '', time = ''] = textIn(value).split('T')
  const [half, setHalf] = useState({ day, time })
  const shown = textIn(value) ? { day, time } : half
  const set = (next: { day: string; time: string }) => {
    setHalf(next)
    onChange(next.day && next.time ? `${next.day}T${next.time}` : null)
  }
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_8rem] items-end gap-2">
      <DateField
        {...common}
        value={shown.day || null}
        onChange={(next) => set({ ...shown, day: next ?? '' })}
        {...(description ? { description } : {})}
        {...(errorMessage ? { errorMessage } : {})}
      />
      <TimeField
        label={t('form.timeOf', { label: common.label })}
        hideLabel
        isInvalid={Boolean(errorMessage)}
        className="self-start pt-6"
        value={shown.time || null}
        onChange={(next) => set({ ...shown, time: next ?? '' })}
      />
    </div>
  )
}
