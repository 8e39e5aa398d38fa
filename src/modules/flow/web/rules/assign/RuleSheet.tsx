import { useMemo, useState } from 'react'
import { LocalTextField } from '#screens/organisation'
import Plus from 'lucide-react/icons/plus'
import { Button } from '#ui/Button'
import { useCommand } from '#web/query'
import { useWords } from '#web/words'
import { routes, type Rule } from '../../../contract.ts'
import { useSourceNames } from '../../designer/use-names.ts'
import { useFlowParts } from '../flow-parts.ts'
import { FlowPicker } from '../FlowPicker.tsx'
import { RuleFrame } from '../RuleFrame.tsx'
import { LineEditor } from './LineEditor.tsx'
import {
  faultOf,
  fieldsAsked,
  formFrom,
  freshLine,
  lostLines,
  moved,
  newRule,
  sentForm,
  type LineForm,
  type RuleForm,
} from './rule-form.ts'
import { useFlowWith } from './use-flow-with.ts'

type Props = { rule: Rule | null; onClose: () => void }
const mostLines = 30

/** Says who gets what: line by line, the first that holds counts. */
export function RuleSheet({ rule, onClose }: Props) {
  const t = useWords('flow')
  const [form, setForm] = useState<RuleForm>(() => (rule ? formFrom(rule) : newRule()))
  const [isTried, setTried] = useState(false)
  const [chosenId, setChosenId] = useState<string | null | undefined>(undefined)
  const asked = useMemo(() => [...new Set((rule?.cases ?? []).flatMap((line) => fieldsAsked(line.when)))], [rule])
  const meant = useFlowWith(asked, rule?.flows.map((flow) => flow.id) ?? [])
  const flowId = chosenId === undefined ? meant.flowId : chosenId
  const parts = useFlowParts(flowId)
  const pools = useMemo(() => form.lines.map((line) => line.pool), [form.lines])
  const names = useSourceNames(pools, rule?.names ?? noNames)
  const options = { done: t('rules.saved'), onDone: onClose, showsProblem: () => true }
  const create = useCommand(routes.createRule, options)
  const change = useCommand(routes.changeRule, options)
  const fault = isTried ? faultOf(form) : undefined
  const lost = lostLines(form.lines)
  const put = (next: LineForm) =>
    setForm({ ...form, lines: form.lines.map((line) => (line.key === next.key ? next : line)) })
  const save = () => {
    setTried(true)
    if (faultOf(form)) return
    const sent = sentForm(form, Object.keys(rule?.given ?? {}))
    if (rule) change.run({ ruleId: rule.id, version: rule.version, ...sent })
    else create.run(sent)
  }
  return (
    <RuleFrame
      title={t(rule ? 'rules.assign.form.change' : 'rules.assign.form.add')}
      problem={(create.problem ?? change.problem)?.detail}
      isRunning={create.isRunning || change.isRunning}
      onSave={save}
      onClose={onClose}
    >
      <LocalTextField
        label={t('rules.assign.form.name')}
        isRequired
        value={form.name}
        onChange={(name) => setForm({ ...form, name })}
        errorMessage={fault?.fault === 'nameMissing' ? t('rules.assign.form.nameMissing') : ''}
      />
      <FlowPicker
        label={t('rules.assign.form.flow')}
        description={t('rules.assign.form.flowNote')}
        value={flowId}
        onChange={setChosenId}
      />
      <section aria-label={t('rules.assign.form.lines')} className="flex flex-col gap-3">
        <div>
          <h3 className="font-medium">{t('rules.assign.form.lines')}</h3>
          <p className="text-sm text-muted">{t('rules.assign.form.linesNote')}</p>
        </div>
        <ol className="flex flex-col gap-3">
          {form.lines.map((line, at) => (
            <li key={line.key}>
              <LineEditor
                line={line}
                number={at + 1}
                count={form.lines.length}
                fields={parts?.fields}
                names={names}
                isLost={lost.has(line.key)}
                fault={fault && 'key' in fault && fault.key === line.key ? fault.fault : undefined}
                onChange={put}
                onMove={(by) => setForm({ ...form, lines: moved(form.lines, line.key, by) })}
                onRemove={() => setForm({ ...form, lines: form.lines.filter(({ key }) => key !== line.key) })}
              />
            </li>
          ))}
        </ol>
        {form.lines.length < mostLines && (
          <div>
            <Button
              variant="soft"
              icon={Plus}
              onPress={() => setForm({ ...form, lines: [...form.lines, freshLine(form.lines)] })}
            >
              {t('rules.assign.form.addLine')}
            </Button>
          </div>
        )}
      </section>
    </RuleFrame>
  )
}

const noNames = {}
