import { useState } from 'react'
import LocateFixed from 'lucide-react/icons/locate-fixed'
import X from 'lucide-react/icons/x'
import type { Place } from '#core/form'
import { Button } from '#ui/Button'
import { IconButton } from '#ui/IconButton'
import { TextField } from '#ui/TextField'
import { useWords } from '#web/words'
import { useCommon } from './common.ts'
import { partIn, type InputProps } from './input.ts'
import { coordinatesText, placeIn } from '../show/place.ts'

/** Where: by the device when it may, else, and always besides, in words. */
export function PlaceInput(props: InputProps) {
  const { value, onChange } = props
  const t = useWords('flow')
  const common = useCommon(props)
  const [state, setState] = useState<'idle' | 'asking' | 'refused'>('idle')
  const place = placeIn(value)
  const set = (next: Place | null) => onChange(next && (next.text || next.latitude !== undefined) ? next : null)
  const ask = () => {
    if (!('geolocation' in navigator)) return setState('refused')
    setState('asking')
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setState('idle')
        set({
          text: partIn(value, 'text'),
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
          placeholder={t('form.place.words')}
          maxLength={300}
          value={place?.text ?? ''}
          onChange={(text) => set({ ...place, text })}
        />
        <div className="sm:pt-6">
          <Button icon={LocateFixed} isPending={state === 'asking'} onPress={ask} isBlock>
            {t('form.place.here')}
          </Button>
        </div>
      </div>
      {place?.latitude !== undefined && (
        <p className="flex items-center gap-1.5 text-sm text-muted">
          <LocateFixed aria-hidden="true" size={14} className="text-green-text" />
          <span className="tabular-nums">{coordinatesText(place)}</span>
          <IconButton icon={X} size="sm" label={t('form.place.drop')} onPress={() => set({ text: place.text })} />
        </p>
      )}
      <p role="status" className="text-sm text-amber-text empty:hidden">
        {state === 'refused' && t('form.place.refused')}
      </p>
    </div>
  )
}

/** Five decimals are a metre; more would be invented. */
function shortened(degrees: number): number {
  return Math.round(degrees * 100_000) / 100_000
}
