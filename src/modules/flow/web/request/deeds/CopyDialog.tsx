import { useState } from 'react'
import { useWords } from '#web/words'
import { PeopleField } from '../PeopleField.tsx'
import { DeedFrame } from './DeedFrame.tsx'
import type { TaskDeedProps } from './DeedDialog.tsx'

/** Lets others read it; nothing waits for them. */
export function CopyDialog({ task, act, onClose }: TaskDeedProps) {
  const t = useWords('flow')
  const [people, setPeople] = useState<string[]>([])
  const [isTried, setTried] = useState(false)
  return (
    <DeedFrame
      title={t('request.act.copy')}
      description={t('request.copyNote')}
      deed={t('request.act.copy')}
      act={act}
      onClose={onClose}
      onDo={() => {
        setTried(true)
        if (people.length > 0) act.run({ do: 'copy', task: task.id, people }, { onDone: onClose })
      }}
    >
      <PeopleField
        label={t('request.copyTo')}
        isRequired
        value={people}
        onChange={setPeople}
        errorMessage={isTried && people.length === 0 ? t('request.personMissing') : undefined}
      />
    </DeedFrame>
  )
}
