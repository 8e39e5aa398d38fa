import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import Plus from 'lucide-react/icons/plus'
import X from 'lucide-react/icons/x'
import type { FormField } from '#core/form'
import { Button } from '#ui/Button'
import { IconButton } from '#ui/IconButton'
import { TextField } from '#ui/TextField'
import { languages, useLanguage, useWords } from '#web/words'
import { shifted } from './edit.ts'
import { freeKey } from './keys.ts'

type Choices = FormField['choices']

/** The choices in their order, each in the reader's language first. What is stored of them never changes. */
export function ChoicesEditor({ choices, onChange }: { choices: Choices; onChange: (choices: Choices) => void }) {
  const t = useWords('flow')
  const chosen = useLanguage()
  const order = languages.toSorted((a, b) => Number(b.id === chosen) - Number(a.id === chosen))
  const write = (at: number, language: string, text: string) =>
    onChange(
      choices.map((choice, index) => {
        if (index !== at) return choice
        const { [language]: _before, ...others } = choice.label
        return { ...choice, label: text === '' ? others : { ...others, [language]: text } }
      }),
    )
  const add = () => {
    const value = freeKey(
      {},
      'choice',
      choices.map(({ value: key }) => ({ key })),
    )
    onChange([
      ...choices,
      { value, label: { [chosen]: t('form.design.choiceNumber', { number: choices.length + 1 }) } },
    ])
  }
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-label font-medium">{t('form.design.choices')}</legend>
      <ul className="mb-1.5 flex flex-col gap-1.5">
        {choices.map((choice, at) => (
          <li key={choice.value} className="flex items-start gap-1">
            <div className="grid min-w-0 flex-1 grid-cols-1 gap-1.5 sm:grid-cols-2">
              {order.map(({ id, title }) => (
                <TextField
                  key={id}
                  label={t('form.design.choiceIn', { number: at + 1, language: title })}
                  hideLabel
                  placeholder={title}
                  maxLength={100}
                  value={choice.label[id] ?? ''}
                  onChange={(text) => write(at, id, text)}
                />
              ))}
            </div>
            <IconButton
              icon={ArrowUp}
              label={t('form.design.up')}
              isDisabled={at === 0}
              onPress={() => onChange([...shifted(choices, at, -1)])}
            />
            <IconButton
              icon={ArrowDown}
              label={t('form.design.down')}
              isDisabled={at === choices.length - 1}
              onPress={() => onChange([...shifted(choices, at, 1)])}
            />
            <IconButton
              icon={X}
              label={t('form.design.removeChoice', { number: at + 1 })}
              onPress={() => onChange(choices.filter((one) => one !== choice))}
            />
          </li>
        ))}
      </ul>
      <Button size="sm" variant="soft" icon={Plus} onPress={add} isDisabled={choices.length >= 50}>
        {t('form.design.addChoice')}
      </Button>
    </fieldset>
  )
}
