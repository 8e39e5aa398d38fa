import { useState } from 'react'
import Plus from 'lucide-react/icons/plus'
import Trash from 'lucide-react/icons/trash-2'
import type { Definition, Step } from '#core/flow'
import { Button } from '#ui/Button'
import { IconButton } from '#ui/IconButton'
import { Select } from '#ui/Select'
import { usePhone } from '#web/page'
import { useWords } from '#web/words'
import { ProofLine } from '../Badges.tsx'
import { allSteps } from '../edit/tree.ts'
import type { Proved } from '../prove.ts'
import { titleOf } from '../say/problem.ts'
import { Part } from './Part.tsx'

type FlowPanelProps = {
  definition: Definition
  steps: readonly Step[]
  proved: Proved
  isReadOnly: boolean
  onChange: (make: (old: Definition) => Definition) => void
  onShow: (path: readonly string[]) => void
}

/** Nothing is chosen: what the flow promises, and what holds for all of it. */
export function FlowPanel({ definition, steps, proved, isReadOnly: isDisabled, onChange, onShow }: FlowPanelProps) {
  const t = useWords('flow')
  const isPhone = usePhone()
  return (
    <>
      <h2 className="sr-only">{t('designer.kinds.flow')}</h2>
      <Part title={t('designer.parts.promises')} note={t('designer.parts.promisesNote')}>
        <Promises {...{ steps, proved, isDisabled, onChange, onShow }} />
      </Part>
      <Part title={t('designer.parts.whole')} note={t('designer.parts.wholeNote')}>
        <Select
          label={t('designer.fields.dedup')}
          value={definition.dedup}
          isDisabled={isDisabled}
          description={t('designer.fields.dedupNote')}
          options={(['adjacent', 'once', 'none'] as const).map((id) => ({ id, label: t(`designer.dedup.${id}`) }))}
          onChange={(dedup) => dedup && onChange((old) => ({ ...old, dedup: dedup as Definition['dedup'] }))}
        />
        <Select
          label={t('designer.fields.withdraw')}
          value={definition.withdraw}
          isDisabled={isDisabled}
          options={(['always', 'before-first', 'never'] as const).map((id) => ({
            id,
            label: t(`designer.withdraw.${id}`),
          }))}
          onChange={(withdraw) =>
            withdraw && onChange((old) => ({ ...old, withdraw: withdraw as Definition['withdraw'] }))
          }
        />
      </Part>
      {!isDisabled && !isPhone && (
        <Part title={t('designer.parts.keys')}>
          <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 text-sm">
            {['arrows', 'enter', 'plus', 'delete', 'alt', 'copy', 'undo'].map((id) => (
              <div key={id} className="contents">
                <dt>
                  <kbd className="rounded-sm border border-line bg-sunken px-1.5 font-sans text-xs">
                    {t(`designer.keys.${id}`)}
                  </kbd>
                </dt>
                <dd className="text-muted">{t(`designer.keys.${id}Does`)}</dd>
              </div>
            ))}
          </dl>
        </Part>
      )}
    </>
  )
}

type PromisesProps = Pick<FlowPanelProps, 'steps' | 'proved' | 'onChange' | 'onShow'> & { isDisabled: boolean }

/** "X cannot be skipped before Y": each proved on the spot. */
function Promises({ steps, proved, isDisabled, onChange, onShow }: PromisesProps) {
  const t = useWords('flow')
  const [step, setStep] = useState<string | null>(null)
  const [before, setBefore] = useState<string | null>(null)
  const all = allSteps(steps).filter((one) => !('arms' in one) && one.kind !== 'loop')
  const options = all.map((one) => ({ id: one.id, label: titleOf(steps, one.id, t) }))
  return (
    <div className="flex flex-col gap-3">
      <ul className="flex flex-col gap-2.5">
        {proved.proofs.map((proof) => (
          <li key={`${proof.step} ${proof.before}`} className="flex items-start gap-1">
            <span className="min-w-0 flex-1">
              <ProofLine proof={proof} steps={steps} onShow={onShow} />
            </span>
            {!proof.isOwn && !isDisabled && (
              <IconButton
                icon={Trash}
                size="sm"
                label={t('designer.deeds.remove')}
                onPress={() =>
                  onChange((old) => ({
                    ...old,
                    proofs: old.proofs.filter((one) => one.step !== proof.step || one.before !== proof.before),
                  }))
                }
              />
            )}
          </li>
        ))}
      </ul>
      {!isDisabled && (
        <div className="flex flex-col gap-2 rounded-lg border border-line p-2.5">
          <Select label={t('designer.fields.promiseStep')} value={step} options={options} onChange={setStep} />
          <Select
            label={t('designer.fields.promiseBefore')}
            value={before}
            options={[...options, { id: 'end', label: t('designer.kinds.end') }].filter((one) => one.id !== step)}
            onChange={setBefore}
          />
          <Button
            size="sm"
            icon={Plus}
            isDisabled={!step || !before}
            onPress={() => {
              if (!step || !before) return
              onChange((old) => ({
                ...old,
                proofs: [...old.proofs.filter((one) => one.step !== step || one.before !== before), { step, before }],
              }))
              setStep(null)
              setBefore(null)
            }}
          >
            {t('designer.fields.addPromise')}
          </Button>
        </div>
      )}
    </div>
  )
}
