import { useState } from 'react'
import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import Plus from 'lucide-react/icons/plus'
import X from 'lucide-react/icons/x'
import type { FormField } from '#core/form'
import { Button } from '#ui/Button'
import { IconButton } from '#ui/IconButton'
import { TextField } from '#ui/TextField'
import { languages, useLanguage, useWords } from '#web/words'
import { clipped } from './clipped.ts'
import { shifted } from './edit.ts'
import { freeKey } from './keys.ts'

type Choices = FormField['choices']
type Choice = Choices[number]

/** The choices in their order, each in the reader's language first. What is stored of them never changes. */
export function ChoicesEditor({ choices, onChange }: { choices: Choices; onChange: (choices: Choices) => void }) {
  const t = useWords('flow')
  const language = useLanguage()
  const add = () => {
    const taken = choices.map(({ value }) => ({ key: value }))
    const label = { [language]: t('form.design.choiceNumber', { number: choices.length + 1 }) }
    onChange([...choices, { value: freeKey({}, 'choice', taken), label }])
  }
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-label font-medium">{t('form.design.choices')}</legend>
      <ul className="mb-1.5 flex flex-col gap-1.5">
        {choices.map((choice, at) => (
          <li key={choice.value} className="flex items-start gap-0.5">
            <ChoiceTexts
              choice={choice}
              number={at + 1}
              onChange={(next) => onChange(choices.map((one) => (one === choice ? next : one)))}
            />
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

type TextsProps = { choice: Choice; number: number; onChange: (choice: Choice) => void }

function ChoiceTexts({ choice, number, onChange }: TextsProps) {
  const t = useWords('flow')
  const chosen = useLanguage()
  // While all is emptied the form keeps the last text, so that it stays whole.
  const [isEmptied, setEmptied] = useState(false)
  const order = languages.toSorted((a, b) => Number(b.id === chosen) - Number(a.id === chosen))
  const label: FormField['label'] = isEmptied ? {} : choice.label
  const write = (language: string, text: string) => {
    const next = clipped({ ...label, [language]: text }, 100)
    setEmptied(Object.keys(next).length === 0)
    if (Object.keys(next).length > 0) onChange({ ...choice, label: next })
  }
  return (
    <div className="grid min-w-0 flex-1 grid-cols-1 gap-1.5 sm:grid-cols-2">
      {order.map(({ id, title }) => (
        <TextField
          key={id}
          label={t('form.design.choiceIn', { number, language: title })}
          hideLabel
          placeholder={title}
          maxLength={100}
          isInvalid={isEmptied}
          value={label[id] ?? ''}
          onChange={(text) => write(id, text)}
        />
      ))}
    </div>
  )
}
