import { useState } from 'react'
import { TextField } from '#ui/TextField'

type MonthFieldProps = { label: string; value: string; onChange: (period: string) => void; hideLabel?: boolean }

/** A month typed as 2026-10; told once it is whole, or empty again. */
export function MonthField({ label, value, onChange, hideLabel }: MonthFieldProps) {
  const [typed, setTyped] = useState(value)
  return (
    <div className="w-32">
      <TextField
        label={label}
        hideLabel={hideLabel ?? false}
        placeholder="2026-10"
        value={typed}
        onChange={(text) => {
          setTyped(text)
          if (text === '' || /^\d{4}-(0[1-9]|1[0-2])$/.test(text)) onChange(text)
        }}
      />
    </div>
  )
}
