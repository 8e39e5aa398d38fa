import { useState } from 'react'
import type { LocalText } from '#core/local-text'
import { LocalTextField } from '#screens/organisation'
import { clipped } from './clipped.ts'

type Props = {
  label: string
  value: LocalText
  maxLength: number
  fault: string
  onChange: (text: Record<string, string>) => void
}

/** A text that must stand in one language at least. While it is emptied the form keeps the last one, so that it stays whole. */
export function NeededText({ label, value, maxLength, fault, onChange }: Props) {
  const [isEmptied, setEmptied] = useState(false)
  return (
    <LocalTextField
      label={label}
      value={isEmptied ? {} : value}
      isRequired
      onChange={(text) => {
        const next = clipped(text, maxLength)
        setEmptied(Object.keys(next).length === 0)
        if (Object.keys(next).length > 0) onChange(next)
      }}
      {...(isEmptied ? { errorMessage: fault } : {})}
    />
  )
}
