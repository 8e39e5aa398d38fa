import { PlaceField } from '#ui/PlaceField'
import { useWords } from '#web/words'
import { useCommon } from './common.ts'
import type { InputProps } from './input.ts'
import { placeIn } from '../show/place.ts'

/** Where something is. */
export function PlaceInput(props: InputProps) {
  const t = useWords('flow')
  const common = useCommon(props)
  return (
    <PlaceField
      {...common}
      value={placeIn(props.value)}
      onChange={props.onChange}
      words={{
        placeholder: t('form.place.words'),
        here: t('form.place.here'),
        drop: t('form.place.drop'),
        refused: t('form.place.refused'),
      }}
    />
  )
}
