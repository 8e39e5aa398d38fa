import ArrowLeft from 'lucide-react/icons/arrow-left'
import { Button } from '#ui/Button'
import { Steps } from '#ui/Steps'
import { useLocal, useWords } from '#web/words'
import type { ToDo } from '../contract.ts'
import type { Draft } from './hand-in-draft.ts'
import { PhotoField } from './PhotoField.tsx'

type Props = { task: ToDo; value: Draft; set: (next: Draft) => void; at: number }

/** A task step by step: one step on the screen, with its photos; left and opened again it goes on where it stood. */
export function GuidedSteps({ task, value, set, at }: Props) {
  const t = useWords('tasks')
  const local = useLocal()
  const go = (step: number | null) => set({ ...value, step })
  return (
    <div className="flex flex-1 flex-col gap-5 px-5 py-4">
      <Steps
        label={t('steps')}
        steps={task.steps.map((step, index) => ({
          id: String(index),
          title: local(step),
          state: index < at ? ('done' as const) : index === at ? ('now' as const) : ('locked' as const),
        }))}
        isVertical
      />
      <p className="text-lg font-medium" aria-live="polite">
        {t('guide.step', { at: at + 1, of: task.steps.length })} {local(task.steps[at])}
      </p>
      {task.form.photo !== 'none' && (
        <PhotoField
          key={at}
          photos={value.photos}
          onChange={(photos) => set({ ...value, photos })}
          isRequired={false}
          fault={undefined}
        />
      )}
      <Button variant="primary" size="lg" isBlock onPress={() => go(at + 1)}>
        {t(at + 1 < task.steps.length ? 'guide.next' : 'guide.last')}
      </Button>
      <div className="flex justify-between gap-2">
        <Button variant="quiet" icon={ArrowLeft} isDisabled={at === 0} onPress={() => go(at - 1)}>
          {t('guide.back')}
        </Button>
        <Button variant="quiet" onPress={() => go(null)}>
          {t('guide.leave')}
        </Button>
      </div>
    </div>
  )
}
