import { Blocked } from '#ui/Blocked'
import { useWords } from '#web/words'
import type { StartForm } from '../../contract.ts'
import { noteText } from '../request/sentences.ts'

/** Why it could not be submitted as things stand, and who can help. */
export function StartTroubles({ troubles, preview }: Pick<StartForm, 'troubles' | 'preview'>) {
  const t = useWords('flow')
  return troubles.map(({ code, step }) => {
    const name = preview.find(({ id }) => id === step)?.name ?? step ?? ''
    return (
      <Blocked
        key={`${code}-${step ?? ''}`}
        title={t('start.cannot')}
        rule={noteText(code, name, t) || t('request.note.nobody', { step: name })}
        person={t('start.cannotPerson')}
        deadline={t('start.cannotDeadline')}
      />
    )
  })
}
