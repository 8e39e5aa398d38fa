import X from 'lucide-react/icons/x'
import { IconButton } from '#ui/IconButton'
import { Select } from '#ui/Select'
import { useLocal, useWords } from '#web/words'
import { ConditionValue } from './ConditionValue.tsx'
import { operatorsFor, takesValue, withOperator, type ConditionTopic, type Line } from './model.ts'
import { operatorWord, topicLabel } from './words.ts'

type Props = {
  line: Line
  topics: readonly ConditionTopic[]
  onChange: (line: Line) => void
  onRemove: () => void
}

/** “Amount · is above · 5,000”: a field, how it is compared, and with what. */
export function ConditionLine({ line, topics, onChange, onRemove }: Props) {
  const t = useWords('flow')
  const local = useLocal()
  const topic = topics.find(({ name }) => name === line.field)
  const options = topics.map((one) => ({ id: one.name, label: topicLabel(t, local, one) }))
  const choose = (name: string | null) => {
    const next = topics.find((one) => one.name === name)
    if (next && next.name !== line.field) onChange(freshLine(next))
  }
  const operators = topic ? operatorsFor(topic.kind) : []
  return (
    <div className="flex min-w-0 items-start gap-1">
      <div className="flex min-w-0 flex-1 flex-wrap items-start gap-1.5">
        <Select
          label={t('form.condition.field')}
          hideLabel
          className="min-w-32 flex-1"
          options={
            topic ? options : [{ id: line.field, label: t('form.condition.gone', { name: line.field }) }, ...options]
          }
          value={line.field}
          onChange={choose}
          {...(topic ? {} : { errorMessage: t('form.condition.chooseAnother') })}
        />
        {topic && (
          <Select
            label={t('form.condition.operator')}
            hideLabel
            className="min-w-28 flex-1"
            options={operators.map((op) => ({ id: op, label: operatorWord(t, op, topic) }))}
            value={operators.includes(line.op) ? line.op : null}
            onChange={(chosen) => {
              const op = operators.find((one) => one === chosen)
              if (op) onChange(withOperator(line, op))
            }}
          />
        )}
        {topic && takesValue(line.op) && (
          <ConditionValue
            line={line}
            topic={topic}
            onChange={(value) =>
              onChange(
                value === undefined ? { field: line.field, op: line.op } : { field: line.field, op: line.op, value },
              )
            }
          />
        )}
      </div>
      <IconButton icon={X} label={t('form.condition.remove')} onPress={onRemove} />
    </div>
  )
}

export function freshLine(topic: ConditionTopic): Line {
  const [op = 'filled'] = operatorsFor(topic.kind)
  return topic.kind === 'yes-no' ? { field: topic.name, op, value: true } : { field: topic.name, op }
}
