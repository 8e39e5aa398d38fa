import { PersonPicker } from '#screens/organisation'

type Props = { label: string; value: string | undefined; onChange: (personId: string) => void; errorMessage?: string }

/** Apart, so that my day does not carry the organisation's parts. */
export default function DoerField({ label, value, onChange, errorMessage }: Props) {
  return (
    <PersonPicker
      label={label}
      isRequired
      value={value || null}
      onChange={(personId) => onChange(personId ?? '')}
      {...(errorMessage ? { errorMessage } : {})}
    />
  )
}
