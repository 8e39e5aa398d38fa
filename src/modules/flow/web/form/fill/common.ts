import { useLocal } from '#web/words'
import { useBoundsText } from '../fault-text.ts'
import type { InputProps } from './input.ts'

/** Label, help and fault of an input as the kit's parts take them. */
export function useCommon({ field, isRequired, hideLabel, fault }: Omit<InputProps, 'value' | 'onChange'>) {
  const local = useLocal()
  const bounds = useBoundsText()(field)
  const help = [field.help ? local(field.help) : '', hideLabel ? '' : bounds].filter(Boolean).join(' ')
  return {
    label: local(field.label) || field.key,
    isRequired,
    ...(hideLabel ? { hideLabel } : {}),
    ...(help && !hideLabel ? { description: help } : {}),
    ...(fault ? { errorMessage: fault } : {}),
  }
}
