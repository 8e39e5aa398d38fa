import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import Alert from 'lucide-react/icons/circle-alert'
import Check from 'lucide-react/icons/check'
import Lock from 'lucide-react/icons/lock'
import { cx } from './cx.ts'
import { Icon } from './Icon.tsx'
import { useKitWords } from './kit-words.tsx'

export type StepState = 'done' | 'now' | 'next' | 'locked' | 'error'
export type Step = { id: string; title: string; state: StepState; note?: ReactNode }

export type StepsProps = {
  label: string
  steps: readonly Step[]
  /** Steps that may be gone to become buttons; locked ones never do. */
  onGo?: (id: string) => void
  isVertical?: boolean
}

/** Where a guided piece of work stands. State is shape, colour and word together. */
export function Steps({ label, steps, onGo, isVertical }: StepsProps) {
  return (
    <ol aria-label={label} className={isVertical ? 'flex flex-col' : 'flex flex-col sm:flex-row sm:items-start'}>
      {steps.map((step, at) => (
        <li
          key={step.id}
          aria-current={step.state === 'now' ? 'step' : undefined}
          className={cx(
            'relative flex min-w-0 gap-3 pb-4 last:pb-0',
            !isVertical && 'sm:flex-1 sm:flex-col sm:gap-2 sm:pb-0 sm:pr-4 sm:last:flex-none',
          )}
        >
          {at < steps.length - 1 && (
            <span
              aria-hidden="true"
              className={cx(
                'absolute top-8 bottom-1 left-[0.84375rem] w-px',
                !isVertical && 'sm:top-3.5 sm:right-2 sm:bottom-auto sm:left-9 sm:h-px sm:w-auto',
                step.state === 'done' ? 'bg-primary' : 'bg-line-strong',
              )}
            />
          )}
          <Mark step={step} number={at + 1} />
          <Words step={step} onGo={onGo} />
        </li>
      ))}
    </ol>
  )
}

function Mark({ step, number }: { step: Step; number: number }) {
  const icon = { done: Check, error: Alert, locked: Lock, now: null, next: null }[step.state]
  return (
    <span
      aria-hidden="true"
      className={cx(
        'relative flex size-7 shrink-0 items-center justify-center rounded-full border text-sm font-semibold',
        marks[step.state],
      )}
    >
      {icon ? <Icon as={icon} size={14} /> : number}
    </span>
  )
}

const marks: Record<StepState, string> = {
  done: 'border-primary-line bg-primary-soft text-primary-text',
  now: 'border-primary bg-primary text-on-primary',
  next: 'border-line-strong bg-surface text-muted',
  locked: 'border-line bg-sunken text-faint',
  error: 'border-red-line bg-red-soft text-red-text',
}

function Words({ step, onGo }: { step: Step; onGo?: (id: string) => void }) {
  const words = useKitWords()
  const state = {
    done: words('step.done'),
    now: words('step.now'),
    next: words('step.next'),
    locked: words('step.locked'),
    error: words('step.error'),
  }[step.state]
  const tone = {
    done: 'text-text',
    now: 'text-text font-semibold',
    next: 'text-muted',
    locked: 'text-faint',
    error: 'text-red-text',
  }[step.state]
  const title = (
    <>
      {step.title}
      <span className="sr-only"> ({state})</span>
    </>
  )
  return (
    <div className="min-w-0 pt-0.5">
      {onGo && step.state !== 'locked' ? (
        <Button
          onPress={() => onGo(step.id)}
          className={cx(
            'rounded-xs text-left underline-offset-2 data-hovered:underline touch:-my-2.5 touch:min-h-11 touch:min-w-11',
            tone,
          )}
        >
          {title}
        </Button>
      ) : (
        <p className={tone}>{title}</p>
      )}
      {step.note && <div className="text-sm text-muted">{step.note}</div>}
    </div>
  )
}
