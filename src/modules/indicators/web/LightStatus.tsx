import type { Light } from '#core/indicator'
import { Status, type StatusProps } from '#ui/Status'
import { useWords } from '#web/words'

export type LightStatusProps = Pick<StatusProps, 'figure' | 'look'> & {
  light: Light
  /** True while the period runs: then green means on course, afterwards reached. */
  isOpen: boolean
}

/** The light of a figure as colour, shape and word. */
export function LightStatus({ light, isOpen, ...look }: LightStatusProps) {
  const t = useWords('indicators')
  return (
    <Status color={light === 'none' ? 'gray' : light} {...look}>
      {t(`lights.${isOpen ? 'open' : 'closed'}.${light}`)}
    </Status>
  )
}
