import type { Light } from '#core/indicator'

type Props = {
  value: number | null
  target: number
  light: Light
  /** Where a figure that climbs should be by now: part of the target, 0 to 1. */
  due?: number
}

/** A figure against its target. Only a picture: value, target and light stand beside it as words. */
export function StandingBar({ value, target, light, due }: Props) {
  const most = Math.max(value ?? 0, target) || 1
  const part = (amount: number) => `${(Math.max(0, Math.min(amount, most)) / most) * 100}%`
  return (
    <div aria-hidden="true" className="relative h-2 rounded-full bg-pressed">
      <span className={`block h-full rounded-full ${fills[light]}`} style={{ width: part(value ?? 0) }} />
      {due !== undefined && due > 0 && due < 1 && (
        <span className="absolute -top-0.5 -bottom-0.5 w-px bg-muted" style={{ left: part(target * due) }} />
      )}
      <span className="absolute -top-1 -bottom-1 -ml-0.5 w-0.5 rounded-full bg-text" style={{ left: part(target) }} />
    </div>
  )
}

const fills: Record<Light, string> = { green: 'bg-green', amber: 'bg-amber', red: 'bg-red', none: 'bg-gray' }
