import { useState } from 'react'
import type { PlanTerms } from '#core/incentive'
import { LocalTextField } from '#screens/organisation'
import { Button } from '#ui/Button'
import { Card } from '#ui/Card'
import { MoneyField } from '#ui/MoneyField'
import { FieldGrid } from '#ui/Field'
import { NumberField } from '#ui/NumberField'
import { Sheet } from '#ui/Sheet'
import { TextArea } from '#ui/TextArea'
import { TextField } from '#ui/TextField'
import { FormProblem } from '#web/form'
import { useCommand } from '#web/query'
import { useWords } from '#web/words'
import { routes, type Plan } from '../contract.ts'
import { BasisFields } from './BasisFields.tsx'
import { RuleFields } from './RuleFields.tsx'
import { WhoFields } from './WhoFields.tsx'

type Props = { plan?: Plan; onClose: () => void; onMade?: (planId: string) => void }

const fresh: PlanTerms = {
  participants: { positionIds: [], unitIds: [], responsibilityIds: [] },
  basis: { kind: 'facts', take: 'count', fact: '', isFen: false, where: [], sharing: { kind: 'actor' } },
  rule: { kind: 'piece', fen: 500 },
  mostFen: null,
  clawbackMonths: 12,
}

/** Writes a plan as a draft: who takes part, what is counted, what it brings, and the bounds. */
export function PlanSheet({ plan, onClose, onMade }: Props) {
  const t = useWords('incentives')
  const [code, setCode] = useState('')
  const [name, setName] = useState<Record<string, string>>(plan?.name ?? {})
  const [note, setNote] = useState(plan?.note ?? '')
  const [terms, setTerms] = useState(() => (plan?.draft ?? plan?.coming ?? plan?.running)?.terms ?? fresh)
  const shows = { showsProblem: () => true, done: t('form.kept') }
  const make = useCommand(routes.makePlan, {
    ...shows,
    onDone: ({ planId }) => {
      onClose()
      onMade?.(planId)
    },
  })
  const keep = useCommand(routes.keepPlan, { ...shows, onDone: onClose })
  const submit = () => {
    if (plan) keep.run({ planId: plan.id, version: plan.version, name, note, terms })
    else make.run({ code, name, note, terms })
  }
  const change = (part: Partial<PlanTerms>) => setTerms((old) => ({ ...old, ...part }))
  return (
    <Sheet
      isOpen
      size="lg"
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t(plan ? 'plan.edit' : 'plans.make')}
      description={t('form.lead')}
      footer={
        <>
          <Button onPress={onClose}>{t('form.cancel')}</Button>
          <Button variant="primary" onPress={submit} isPending={make.isRunning || keep.isRunning}>
            {t('form.keep')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <LocalTextField label={t('plans.name')} value={name} onChange={setName} isRequired />
        {!plan && (
          <TextField
            label={t('form.code')}
            description={t('form.codeHint')}
            value={code}
            onChange={setCode}
            isRequired
          />
        )}
        <TextArea label={t('form.note')} value={note} onChange={setNote} rows={2} maxLength={2000} />
        <Card title={t('form.who')} level={3}>
          <WhoFields value={terms.participants} onChange={(participants) => change({ participants })} />
        </Card>
        <Card title={t('form.what')} level={3}>
          <BasisFields value={terms.basis} onChange={(basis) => change({ basis })} />
        </Card>
        <Card title={t('form.brings')} level={3}>
          <RuleFields basis={terms.basis} value={terms.rule} onChange={(rule) => change({ rule })} />
        </Card>
        <FieldGrid columns={2}>
          <MoneyField
            label={t('form.most')}
            description={t('form.mostHint')}
            valueFen={terms.mostFen}
            minFen={0}
            onChangeFen={(mostFen) => change({ mostFen })}
          />
          <NumberField
            label={t('form.clawback')}
            description={t('form.clawbackHint')}
            value={terms.clawbackMonths}
            minValue={0}
            maxValue={24}
            onChange={(months) => change({ clawbackMonths: months ?? 0 })}
          />
        </FieldGrid>
        <FormProblem problem={make.problem ?? keep.problem} />
      </div>
    </Sheet>
  )
}
