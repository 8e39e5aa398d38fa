import { Button } from '#ui/Button'
import { Dialog } from '#ui/Dialog'
import { NumberField } from '#ui/NumberField'
import { TextArea } from '#ui/TextArea'
import { FormProblem, useRouteForm } from '#web/form'
import { useFormat } from '#web/format'
import { useLanguage, useLocal, useWords } from '#web/words'
import { PersonPicker } from '#screens/organisation'
import { routes, type Fact, type FactWords } from '../contract.ts'
import { kindName } from './formula.ts'

/** Takes a fact back and records the right one at once: whose it is, and its measures. */
export function CorrectDialog({ fact, words, onClose }: { fact: Fact; words: FactWords; onClose: () => void }) {
  const t = useWords('indicators')
  const language = useLanguage()
  const local = useLocal()
  const format = useFormat()
  const form = useRouteForm(routes.correctFact, {
    start: { factId: fact.id, reason: '', personId: fact.personId, measures: fact.measures },
    done: t('correct.done'),
    onDone: onClose,
  })
  const measures = form.values.measures ?? {}
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('correct.title')}
      description={`${fact.personName ?? ''} · ${kindName(fact.kind, words, language, t)} · ${format.dateTime(fact.happenedAt)}`}
      footer={
        <>
          <Button onPress={onClose}>{t('reverse.cancel')}</Button>
          <Button variant="primary" onPress={form.submit} isPending={form.command.isRunning}>
            {t('fact.correct')}
          </Button>
        </>
      }
    >
      <form {...form.bind} className="flex flex-col gap-3">
        <p>{t('correct.text')}</p>
        <PersonPicker
          label={t('fact.person')}
          value={form.values.personId ?? null}
          onChange={(personId) => form.set('personId', personId)}
        />
        {Object.entries(fact.measures).map(([name]) => (
          <NumberField
            key={name}
            label={local(words.fields[`${fact.kind}.${name}`]) || name}
            value={measures[name] ?? null}
            onChange={(value) => form.set('measures', { ...measures, [name]: value ?? 0 })}
          />
        ))}
        <TextArea label={t('reverse.reason')} {...form.field('reason')} maxLength={500} />
        <FormProblem problem={form.problem} />
      </form>
    </Dialog>
  )
}
