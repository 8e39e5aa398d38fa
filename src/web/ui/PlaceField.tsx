import { useState } from 'react'
import LocateFixed from 'lucide-react/icons/locate-fixed'
import X from 'lucide-react/icons/x'
import { Button } from './Button.tsx'
import type { FieldProps } from './Field.tsx'
import { IconButton } from './IconButton.tsx'
import { TextField } from './TextField.tsx'

/** Where: in words, with degrees when the device told them. */
export type PlaceValue = { readonly text: string; readonly latitude?: number; readonly longitude?: number }

export type PlaceFieldProps = FieldProps & {
  value: PlaceValue | null
  onChange: (value: PlaceValue | null) => void
  /** Said by who uses it: first pages don't carry them. */
  words: { placeholder: string; here: string; drop: string; refused: string }
}

/** Where: by the device when it may, else, and always besides, in words. */
export function PlaceField({ value, onChange, words, ...common }: PlaceFieldProps) {
  const [state, setState] = useState<'idle' | 'asking' | 'refused'>('idle')
  const set = (next: PlaceValue) => onChange(next.text || next.latitude !== undefined ? next : null)
  const ask = () => {
    if (!('geolocation' in navigator)) return setState('refused')
    setState('asking')
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setState('idle')
        set({
          text: value?.text ?? '',
          latitude: shortened(coords.latitude),
          longitude: shortened(coords.longitude),
        })
      },
      () => setState('refused'),
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 },
    )
  }
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <div className="flex min-w-0 flex-col gap-2 sm:flex-row sm:items-start">
        <TextField
          {...common}
          className="min-w-0 flex-1"
          placeholder={words.placeholder}
          maxLength={300}
          value={value?.text ?? ''}
          onChange={(text) => set({ ...value, text })}
        />
        <div className="sm:pt-6">
          <Button icon={LocateFixed} isPending={state === 'asking'} onPress={ask} isBlock>
            {words.here}
          </Button>
        </div>
      </div>
      {value?.latitude !== undefined && (
        <p className="flex items-center gap-1.5 text-sm text-muted">
          <LocateFixed aria-hidden="true" size={14} className="text-green-text" />
          <span className="tabular-nums">{coordinatesText(value)}</span>
          <IconButton icon={X} size="sm" label={words.drop} onPress={() => set({ text: value.text })} />
        </p>
      )}
      <p role="status" className="text-sm text-amber-text empty:hidden">
        {state === 'refused' && words.refused}
      </p>
    </div>
  )
}

/** `31.23041° N, 121.47370° E` */
export function coordinatesText({ latitude = 0, longitude = 0 }: PlaceValue): string {
  const written = (degrees: number, [plus, minus]: readonly [string, string]) =>
    `${Math.abs(degrees).toFixed(5)}° ${degrees < 0 ? minus : plus}`
  return `${written(latitude, ['N', 'S'])}, ${written(longitude, ['E', 'W'])}`
}

/** Five decimals are a metre; more would be invented. */
function shortened(degrees: number): number {
  return Math.round(degrees * 100_000) / 100_000
}
