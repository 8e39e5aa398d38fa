import { useState } from 'react'
import { RadioGroup } from '#ui/Radio'
import { useWords } from '#web/words'
import { PeopleField } from '../PeopleField.tsx'
import { DeedFrame } from './DeedFrame.tsx'
import type { TaskDeedProps } from './DeedDialog.tsx'

const hows = ['before', 'after', 'beside'] as const
const quorums = ['all', 'any', 'sequence'] as const

/** More people at this step: before me, after me, or beside me. */
export function AddSignDialog({ task, act, onClose }: TaskDeedProps) {
  const t = useWords('flow')
  const [how, setHow] = useState<(typeof hows)[number]>('before')
  const [people, setPeople] = useState<string[]>([])
  const [quorum, setQuorum] = useState<(typeof quorums)[number]>('all')
  const [isTried, setTried] = useState(false)
  return (
    <DeedFrame
      title={t('request.act.add-sign')}
      description={t('request.addSign.note')}
      deed={t('request.act.add-sign')}
      act={act}
      onClose={onClose}
      onDo={() => {
        setTried(true)
        if (people.length > 0) act.run({ do: 'add-sign', task: task.id, how, people, quorum }, { onDone: onClose })
      }}
    >
      <RadioGroup
        label={t('request.addSign.how')}
        look="cards"
        value={how}
        onChange={(next) => setHow(hows.find((one) => one === next) ?? 'before')}
        options={hows.map((id) => ({
          id,
          label: t(`request.addSign.${id}`),
          note: t(`request.addSign.${id}Note`),
        }))}
      />
      <PeopleField
        label={t('request.addSign.people')}
        isRequired
        value={people}
        onChange={setPeople}
        errorMessage={isTried && people.length === 0 ? t('request.personMissing') : undefined}
      />
      {people.length > 1 && how !== 'beside' && (
        <RadioGroup
          label={t('request.addSign.quorum')}
          value={quorum}
          onChange={(next) => setQuorum(quorums.find((one) => one === next) ?? 'all')}
          options={quorums.map((id) => ({ id, label: t(`request.addSign.${id}`) }))}
        />
      )}
    </DeedFrame>
  )
}
