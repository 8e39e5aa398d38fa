import type { LocalText } from '#core/local-text'
import { TextField } from '#ui/TextField'
import { languages, useLanguage, useWords } from '#web/words'

export type LocalTextFieldProps = {
  label: string
  value: LocalText | undefined
  onChange: (value: Record<string, string>) => void
  isRequired?: boolean
  errorMessage?: string
}

/** A text in the reader's language, and beside it in the other ones; one of them is enough. */
export function LocalTextField({ label, value = {}, onChange, isRequired, errorMessage }: LocalTextFieldProps) {
  const t = useWords('organisation')
  const chosen = useLanguage()
  const order = languages.toSorted((a, b) => Number(b.id === chosen) - Number(a.id === chosen))
  const write = (language: string, text: string) => {
    const { [language]: _before, ...others } = value
    onChange(text === '' ? others : { ...others, [language]: text })
  }
  return (
    <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
      {order.map(({ id, title }, at) => (
        <TextField
          key={id}
          label={at === 0 ? label : t('screens.inLanguage', { label, language: title })}
          value={value[id] ?? ''}
          onChange={(text) => write(id, text)}
          isRequired={at === 0 && isRequired}
          {...(at === 0 && errorMessage ? { errorMessage } : {})}
        />
      ))}
    </div>
  )
}
