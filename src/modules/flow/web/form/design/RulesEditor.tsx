import Plus from 'lucide-react/icons/plus'
import Trash2 from 'lucide-react/icons/trash-2'
import type { Form, FormProblem, FormRule } from '#core/form'
import { Button } from '#ui/Button'
import { IconButton } from '#ui/IconButton'
import { RadioGroup } from '#ui/Radio'
import { MultiSelect } from '#ui/Select'
import { useLocal, useWords } from '#web/words'
import { useConditionText } from '../condition/condition-text.ts'
import { ConditionEditor } from '../ConditionEditor.tsx'
import { useProblemText } from './problem-text.ts'

type Props = { form: Form; problems: readonly FormProblem[]; onChange: (form: Form) => void }

/** When something holds, show fields or ask for them; each rule also as a sentence. */
export function RulesEditor({ form, problems, onChange }: Props) {
  const t = useWords('flow')
  const rules = form.rules ?? []
  const set = (next: readonly FormRule[]) => onChange({ ...form, rules: [...next] })
  const first = form.fields[0]
  return (
    <div className="flex flex-col gap-4">
      <p className="max-w-prose text-muted">{t('form.design.rulesHint')}</p>
      {rules.map((rule, at) => (
        <RuleCard
          // Rules have no name; nothing of their state is kept beside them.
          // oxlint-disable-next-line react/no-array-index-key
          key={at}
          form={form}
          rule={rule}
          number={at + 1}
          problems={problems.filter((problem) => problem.rule === at)}
          onChange={(next) => set(rules.map((one, index) => (index === at ? next : one)))}
          onRemove={() => set(rules.filter((one) => one !== rule))}
        />
      ))}
      <div>
        <Button
          variant="soft"
          icon={Plus}
          isDisabled={!first}
          onPress={() => first && set([...rules, { when: { all: [] }, do: 'show', fields: [first.key] }])}
        >
          {t('form.design.addRule')}
        </Button>
      </div>
    </div>
  )
}

type CardProps = {
  form: Form
  rule: FormRule
  number: number
  problems: readonly FormProblem[]
  onChange: (rule: FormRule) => void
  onRemove: () => void
}

function RuleCard({ form, rule, number, problems, onChange, onRemove }: CardProps) {
  const t = useWords('flow')
  const local = useLocal()
  const conditionText = useConditionText(form.fields)
  const say = useProblemText()
  const options = form.fields.map((field) => ({ id: field.key, label: local(field.label) || field.key }))
  const names = rule.fields.map((key) => options.find(({ id }) => id === key)?.label ?? key)
  const isBlank = 'all' in rule.when && rule.when.all.length === 0
  return (
    <section
      aria-label={t('form.design.rule', { number })}
      className="flex flex-col gap-3 rounded-lg border border-line bg-surface p-3.5"
    >
      <header className="flex items-start gap-2">
        <p className="min-w-0 flex-1 font-medium">
          {isBlank
            ? t('form.design.rule', { number })
            : t(`form.design.says.${rule.do}`, {
                when: conditionText(rule.when),
                fields: names.join(t('form.join')),
              })}
        </p>
        <IconButton icon={Trash2} label={t('form.design.removeRule', { number })} onPress={onRemove} />
      </header>
      {!isBlank &&
        problems.map((problem) => (
          <p key={problem.code} className="text-sm text-red-text">
            {say(problem)}
          </p>
        ))}
      <ConditionEditor
        label={t('form.design.when')}
        fields={form.fields}
        value={isBlank ? undefined : rule.when}
        onChange={(when) => onChange({ ...rule, when: when ?? { all: [] } })}
      />
      <div className="grid grid-cols-1 items-start gap-3 sm:grid-cols-[auto_minmax(0,1fr)]">
        <RadioGroup
          label={t('form.design.then')}
          look="segments"
          options={(['show', 'require'] as const).map((id) => ({ id, label: t(`form.design.do.${id}`) }))}
          value={rule.do}
          onChange={(next) => onChange({ ...rule, do: next === 'require' ? 'require' : 'show' })}
        />
        <MultiSelect
          label={t('form.design.ruleFields')}
          options={options}
          value={rule.fields}
          onChange={(fields) => fields.length > 0 && onChange({ ...rule, fields })}
        />
      </div>
    </section>
  )
}
