import { useWords } from '#web/words'
import type { Chosen } from '../../contract.ts'
import { PeopleField } from './PeopleField.tsx'

type Props = {
  choices: readonly { step: string; name: string; isRequired: boolean }[]
  chosen: Chosen
  missing: readonly string[]
  onChange: (chosen: Chosen) => void
}

/** Who is to be asked at steps that leave it to whoever is here. */
export function ChoiceFields({ choices, chosen, missing, onChange }: Props) {
  const t = useWords('flow')
  return choices.map(({ step, name, isRequired }) => (
    <PeopleField
      key={step}
      label={t('request.choose', { step: name })}
      isRequired={isRequired}
      value={chosen[step] ?? []}
      onChange={(people) => onChange({ ...chosen, [step]: people })}
      errorMessage={missing.includes(step) ? t('request.chooseMissing', { step: name }) : undefined}
    />
  ))
}
