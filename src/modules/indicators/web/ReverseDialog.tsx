import { Button } from '#ui/Button'
import { Dialog } from '#ui/Dialog'
import { TextArea } from '#ui/TextArea'
import { FormProblem, useRouteForm } from '#web/form'
import { useFormat } from '#web/format'
import { useLanguage, useWords } from '#web/words'
import { routes, type Fact, type FactWords } from '../contract.ts'
import { FactParts } from './FactParts.tsx'
import { kindName } from './formula.ts'

/** Takes a fact back, with the reason that stays beside it. */
export function ReverseDialog({ fact, words, onClose }: { fact: Fact; words: FactWords; onClose: () => void }) {
  const t = useWords('indicators')
  const language = useLanguage()
  const format = useFormat()
  const form = useRouteForm(routes.reverseFact, {
    start: { factId: fact.id, reason: '' },
    done: t('reverse.done'),
    onDone: onClose,
  })
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t('reverse.title')}
      description={`${fact.personName ?? ''} · ${kindName(fact.kind, words, language, t)} · ${format.dateTime(fact.happenedAt)}`}
      footer={
        <>
          <Button onPress={onClose}>{t('reverse.cancel')}</Button>
          <Button variant="danger" onPress={form.submit} isPending={form.command.isRunning}>
            {t('fact.reverse')}
          </Button>
        </>
      }
    >
      <form {...form.bind} className="flex flex-col gap-3">
        <FactParts fact={fact} words={words} />
        <p>{t('reverse.text')}</p>
        <TextArea label={t('reverse.reason')} {...form.field('reason')} maxLength={500} />
        <FormProblem problem={form.problem} />
      </form>
    </Dialog>
  )
}
