import { useState } from 'react'
import { TextField } from '#ui/TextField'
import { useWords } from '#web/words'

/** A month typed as 2026-10; told once it is whole. */
export function MonthField({
  value,
  onChange,
  label,
}: {
  value: string
  onChange: (period: string) => void
  label?: string
}) {
  const t = useWords('payroll')
  const [typed, setTyped] = useState(value)
  return (
    <div className="w-40">
      <TextField
        label={label ?? t('runs.period')}
        value={typed}
        onChange={(text) => {
          setTyped(text)
          if (/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) onChange(text)
        }}
      />
    </div>
  )
}
