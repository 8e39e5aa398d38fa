import { useState } from 'react'
import { Button } from '#ui/Button'
import { SimpleTable } from '#ui/SimpleTable'
import { Tag } from '#ui/Tag'
import { useFormat } from '#web/format'
import { useCommand } from '#web/query'
import { useWords } from '#web/words'
import { routes, type Mapping, type Trial } from '../contract.ts'
import { RowText } from './RowText.tsx'

const shown = 10

/** The first rows as facts, and those that would be refused, before anything is written. */
export function TrialPart({ sourceId, mapping }: { sourceId: string; mapping: Mapping }) {
  const t = useWords('sources')
  const [trial, setTrial] = useState<Trial | null>(null)
  const attempt = useCommand(routes.tryMapping, { onDone: setTrial })
  return (
    <div className="flex flex-col gap-4">
      <span>
        <Button onPress={() => attempt.run({ sourceId, mapping })} isPending={attempt.isRunning}>
          {t('trial.run')}
        </Button>
      </span>
      {trial && (
        <>
          <span className="flex flex-wrap gap-2">
            <Tag tone="green">{t('trial.facts', { count: trial.facts.length })}</Tag>
            {trial.rejects.length > 0 && <Tag tone="red">{t('trial.rejects', { count: trial.rejects.length })}</Tag>}
            {trial.passedOver > 0 && <Tag>{t('trial.passedOver', { count: trial.passedOver })}</Tag>}
          </span>
          <TrialFacts trial={trial} />
          <ul className="flex flex-col gap-2">
            {trial.rejects.map((reject, at) => (
              // oxlint-disable-next-line react/no-array-index-key -- rows that were refused have no other name
              <li key={at}>
                <span className="font-medium">{reject.detail}</span>
                <RowText row={reject.payload} />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

function TrialFacts({ trial }: { trial: Trial }) {
  const t = useWords('sources')
  const format = useFormat()
  const parts = (fact: Trial['facts'][number]) =>
    [...Object.entries(fact.dimensions), ...Object.entries(fact.measures)]
      .map(([name, value]) => `${name} ${typeof value === 'number' ? format.number(value) : value}`)
      .join(' · ')
  return (
    <SimpleTable
      caption={t('steps.trial')}
      rows={trial.facts.slice(0, shown)}
      rowKey={(fact) => fact.key}
      columns={[
        { title: t('trial.when'), isRowHeader: true, cell: (fact) => format.dateTime(fact.happenedAt) },
        { title: t('mapping.kind'), cell: (fact) => fact.kind },
        {
          title: t('trial.who'),
          cell: (fact) => [fact.person, fact.unit, fact.subject].filter((part) => part !== '').join(' · ') || '–',
        },
        { title: t('trial.what'), cell: parts },
        { title: '', cell: (fact) => (fact.isKnown ? <Tag>{t('trial.known')}</Tag> : null) },
      ]}
    />
  )
}
