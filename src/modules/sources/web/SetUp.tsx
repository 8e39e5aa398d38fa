import { useState } from 'react'
import { Button } from '#ui/Button'
import { Card } from '#ui/Card'
import { SimpleTable } from '#ui/SimpleTable'
import { Steps } from '#ui/Steps'
import { useCommand } from '#web/query'
import { useWords } from '#web/words'
import { routes, type Mapping, type SourceDetail } from '../contract.ts'
import { AddressForm } from './AddressForm.tsx'
import { MappingForm } from './MappingForm.tsx'
import { TrialPart } from './TrialPart.tsx'

type Sample = { fields: { field: string; sample: string }[]; suggestion: Mapping; rows: unknown[] }

/** From an address to facts: connection, sample, fields, dry run; then it may be switched on. */
export function SetUp({ source }: { source: SourceDetail }) {
  const t = useWords('sources')
  const [sample, setSample] = useState<Sample | null>(null)
  const [mapping, setMapping] = useState<Mapping | null>(source.mapping)
  const read = useCommand(routes.sampleSource, {
    onDone: (found) => {
      setSample(found)
      if (found.rows.length > 0) setMapping((known) => known ?? found.suggestion)
    },
  })
  const isAddressed = source.kind === 'webhook' || Object.keys(source.address).length > 0
  const done = { address: isAddressed, sample: sample !== null || source.isMapped, mapping: source.isMapped }
  const order = ['address', 'sample', 'mapping', 'trial', 'on'] as const
  const isDone = { ...done, trial: source.state === 'on', on: source.state === 'on' }
  const now = order.find((step) => !isDone[step])
  return (
    <div className="flex flex-col gap-4 pt-4">
      <Steps
        label={t('steps.label')}
        steps={order.map((step) => ({
          id: step,
          title: t(`steps.${step}`),
          state: isDone[step] ? 'done' : step === now ? 'now' : 'next',
        }))}
      />
      <Card title={t('steps.address')}>
        <AddressForm source={source} />
      </Card>
      {isAddressed && (
        <Card
          title={t('steps.sample')}
          actions={
            <Button onPress={() => read.run({ sourceId: source.id })} isPending={read.isRunning}>
              {sample ? t('sample.again') : t('sample.read')}
            </Button>
          }
        >
          {sample && <SampleTable sample={sample} isWebhook={source.kind === 'webhook'} />}
        </Card>
      )}
      {mapping && (
        <>
          <Card
            title={t('steps.mapping')}
            {...(sample && !source.isMapped ? { description: t('mapping.suggested') } : {})}
          >
            <MappingForm
              source={source}
              mapping={mapping}
              onChange={setMapping}
              fields={sample?.fields.map(({ field }) => field) ?? []}
            />
          </Card>
          <Card title={t('steps.trial')} description={t('trial.hint')}>
            <TrialPart sourceId={source.id} mapping={mapping} />
          </Card>
        </>
      )}
    </div>
  )
}

function SampleTable({ sample, isWebhook }: { sample: Sample; isWebhook: boolean }) {
  const t = useWords('sources')
  if (sample.rows.length === 0)
    return <p className="text-muted">{isWebhook ? t('sample.waiting') : t('sample.none')}</p>
  return (
    <SimpleTable
      caption={t('sample.rows', { count: sample.rows.length })}
      rows={sample.fields}
      rowKey={({ field }) => field}
      columns={[
        { title: t('sample.field'), isRowHeader: true, cell: ({ field }) => field },
        { title: t('sample.value'), cell: ({ sample: value }) => <span className="break-all">{value || '–'}</span> },
      ]}
    />
  )
}
