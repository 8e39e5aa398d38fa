import { CheckboxGroup } from '#ui/Checkbox'
import { RadioGroup } from '#ui/Radio'
import { MultiSelect, Select } from '#ui/Select'
import { useLocal } from '#web/words'
import { useCommon } from './common.ts'
import { textIn, textsIn, type InputProps } from './input.ts'

/** A few choices lie open, many fold into a list; in a cell they always fold. */
export function ChoiceInput(props: InputProps) {
  const { field, value, onChange, hideLabel } = props
  const local = useLocal()
  const common = useCommon(props)
  const options = field.choices.map((choice) => ({ id: choice.value, label: local(choice.label) || choice.value }))
  const isFolded = hideLabel === true || options.length > 8
  if (field.many) {
    if (isFolded) return <MultiSelect {...common} options={options} value={textsIn(value)} onChange={onChange} />
    return (
      <CheckboxGroup
        {...common}
        options={options}
        isRow={isShort(options)}
        value={textsIn(value)}
        onChange={onChange}
      />
    )
  }
  const chosen = textIn(value) || null
  if (isFolded) return <Select {...common} options={options} value={chosen} onChange={onChange} />
  const look = options.length <= 4 && isShort(options) ? 'segments' : areAllShort(options) ? 'list' : 'cards'
  return (
    <RadioGroup {...common} look={look} isRow={look !== 'cards'} options={options} value={chosen} onChange={onChange} />
  )
}

/** Short words stand side by side, long ones below one another. */
function isShort(options: readonly { label: string }[]): boolean {
  return options.reduce((sum, { label }) => sum + widthOf(label), 0) <= 22
}

/** None longer than a word or two: a row of them wraps well. */
function areAllShort(options: readonly { label: string }[]): boolean {
  return options.every(({ label }) => widthOf(label) <= 14)
}

function widthOf(text: string): number {
  return [...text].reduce((sum, sign) => sum + (/\p{Script=Han}/u.test(sign) ? 2 : 1), 0)
}
