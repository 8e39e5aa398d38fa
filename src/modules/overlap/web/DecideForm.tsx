import { useMemo } from 'react'
import { useUnitNodes } from '#screens/organisation'
import { Button } from '#ui/Button'
import { Checkbox } from '#ui/Checkbox'
import { ComboBox } from '#ui/ComboBox'
import { DateField } from '#ui/DateField'
import { FieldGrid, Wide } from '#ui/Field'
import { RadioGroup } from '#ui/Radio'
import { TextArea } from '#ui/TextArea'
import type { TreeNode } from '#ui/Tree'
import { FormProblem, useRouteForm } from '#web/form'
import { useLocal, useWords } from '#web/words'
import { routes, type Pair } from '../contract.ts'

type Props = { pair: Pair; siblings: number; onDone: () => void }

/** Same work or not; who leads, who supports, until when. */
export function DecideForm({ pair, siblings, onDone }: Props) {
  const t = useWords('overlap')
  const options = useUnitOptions(pair)
  const form = useRouteForm(routes.decidePair, {
    start: {
      pairId: pair.id,
      verdict: 'same',
      reason: '',
      leadUnitId: null,
      supportUnitId: null,
      until: null,
      note: '',
      withSiblings: false,
      version: pair.decision?.version ?? 0,
    },
    fieldOf: {
      'overlap.reason-missing': 'reason',
      'overlap.lead-missing': 'leadUnitId',
      'overlap.lead-supports-itself': 'supportUnitId',
      'overlap.until-passed': 'until',
    },
    done: t('decide.done'),
    onDone,
  })
  const { verdict } = form.values
  const lead = form.field('leadUnitId')
  const support = form.field('supportUnitId')
  const until = form.field('until')
  const other = (unitId: string | null) =>
    unitId === pair.first.unit.id ? pair.second.unit.id : unitId === pair.second.unit.id ? pair.first.unit.id : null
  return (
    <form {...form.bind} className="flex flex-col gap-4 border-t border-line pt-4">
      <RadioGroup
        look="cards"
        isRow
        {...form.field('verdict')}
        label={t('decide.question')}
        onChange={(value) => form.set('verdict', value === 'different' ? 'different' : 'same')}
        options={[
          { id: 'same', label: t('decide.same'), note: t('decide.sameNote') },
          { id: 'different', label: t('decide.different'), note: t('decide.differentNote') },
        ]}
      />
      {verdict === 'same' ? (
        <FieldGrid columns={2}>
          <ComboBox
            {...lead}
            isRequired
            label={t('decide.lead')}
            options={options}
            value={lead.value ?? null}
            onChange={(unitId) => {
              form.set('leadUnitId', unitId)
              form.set('supportUnitId', other(unitId))
            }}
          />
          <ComboBox {...support} label={t('decide.support')} options={options} value={support.value ?? null} />
          <DateField
            {...until}
            label={t('decide.until')}
            description={t('decide.untilHint')}
            value={until.value ?? null}
          />
          <Wide>
            <TextArea {...text(form.field('note'))} label={t('decide.note')} rows={2} maxLength={2000} />
          </Wide>
        </FieldGrid>
      ) : (
        <TextArea
          {...text(form.field('reason'))}
          isRequired
          label={t('decide.reason')}
          description={t('decide.reasonHint')}
          rows={2}
          maxLength={500}
        />
      )}
      {siblings > 0 && (
        <Checkbox value={form.values.withSiblings ?? false} onChange={(on) => form.set('withSiblings', on)}>
          {t('decide.withSiblings', { count: siblings })}
        </Checkbox>
      )}
      <FormProblem problem={form.problem} />
      <div>
        <Button type="submit" variant="primary" isPending={form.command.isRunning}>
          {t('decide.save')}
        </Button>
      </div>
    </form>
  )
}

/** The two units of the pair first, then all others. */
function useUnitOptions(pair: Pair) {
  const local = useLocal()
  const nodes = useUnitNodes()
  return useMemo(() => {
    const own = [pair.first.unit, pair.second.unit].map((unit) => ({ id: unit.id, label: local(unit.name) }))
    const rest = flat(nodes).filter((unit) => own.every((one) => one.id !== unit.id))
    return [...own, ...rest]
  }, [pair, nodes, local])
}

function flat(nodes: readonly TreeNode[]): { id: string; label: string }[] {
  return nodes.flatMap((node) => [{ id: node.id, label: node.label }, ...flat(node.children ?? [])])
}

function text<V extends { value?: string | undefined }>(field: V) {
  return { ...field, value: field.value ?? '' }
}
