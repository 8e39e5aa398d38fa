import { useState } from 'react'
import { Button } from '#ui/Button'
import { ComboBox } from '#ui/ComboBox'
import { DateField } from '#ui/DateField'
import { NumberField } from '#ui/NumberField'
import { RadioGroup } from '#ui/Radio'
import { Sheet } from '#ui/Sheet'
import { FormProblem, useRouteForm } from '#web/form'
import { useLocal, useWords } from '#web/words'
import { useSession } from '#web/session'
import { racis, routes, type Raci, type ResponsibilityDetail } from '../../contract.ts'
import { usePositions } from '../use-places.ts'

/** Gives a position this responsibility in a role from a day on. */
export function AssignSheet({ detail, onClose }: { detail: ResponsibilityDetail; onClose: () => void }) {
  const t = useWords('responsibilities')
  const local = useLocal()
  const today = useSession().tenant?.today ?? ''
  const [text, setText] = useState('')
  const { options, isLoading } = usePositions(text)
  const hasAccountable = detail.holders.some((holder) => holder.raci === 'accountable')
  const form = useRouteForm(routes.assignResponsibility, {
    start: {
      responsibilityId: detail.id,
      raci: hasAccountable ? 'responsible' : 'accountable',
      weightPermille: 0,
      from: today,
      until: null,
    },
    fieldOf: {
      'responsibilities.second-accountable': 'raci',
      'responsibilities.too-heavy': 'weightPermille',
      'responsibilities.held-twice': 'raci',
      'responsibilities.ends-before-it-begins': 'until',
      'responsibilities.no-such-position-then': 'from',
    },
    done: t('page.assigned'),
    onDone: onClose,
  })
  const weight = form.field('weightPermille')
  return (
    <Sheet
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('page.assign')}
      description={t('page.whoAssign', { name: local(detail.version?.name ?? detail.versions[0]?.name) })}
      footer={
        <>
          <Button onPress={onClose}>{t('editor.cancel')}</Button>
          <Button variant="primary" onPress={form.submit} isPending={form.command.isRunning}>
            {t('page.assign')}
          </Button>
        </>
      }
    >
      <form {...form.bind} className="flex flex-col gap-4">
        <ComboBox
          label={t('fields.position')}
          options={options}
          onSearch={setText}
          isLoading={isLoading}
          {...form.field('positionId')}
          onChange={(id) => form.set('positionId', id ?? '')}
        />
        <RadioGroup
          label={t('fields.raci')}
          look="cards"
          options={racis.map((raci) => ({ id: raci, label: t(`raci.${raci}`), note: t(`raciHint.${raci}`) }))}
          {...form.field('raci')}
          onChange={(raci) => form.set('raci', raci as Raci)}
        />
        <NumberField
          label={t('fields.share')}
          unit="%"
          minValue={0}
          maxValue={100}
          {...weight}
          value={(weight.value ?? 0) / 10}
          onChange={(share) => form.set('weightPermille', Math.round((share ?? 0) * 10))}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <DateField
            label={t('fields.from')}
            {...form.field('from')}
            onChange={(from) => form.set('from', from ?? today)}
          />
          <DateField
            label={t('fields.until')}
            {...form.field('until')}
            onChange={(until) => form.set('until', until)}
          />
        </div>
        <FormProblem problem={form.problem} />
      </form>
    </Sheet>
  )
}
