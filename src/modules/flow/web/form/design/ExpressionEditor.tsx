import { useRef } from 'react'
import Check from 'lucide-react/icons/circle-check'
import Braces from 'lucide-react/icons/braces'
import SquareFunction from 'lucide-react/icons/square-function'
import { functionNamed, sentenceOf } from '#core/formula'
import { computedResults, type Computation, type FormColumn, type FormField } from '#core/form'
import { Button } from '#ui/Button'
import { Icon } from '#ui/Icon'
import { Menu } from '#ui/Menu'
import { Select } from '#ui/Select'
import { TextArea } from '#ui/TextArea'
import { useLanguage, useLocal, useWords } from '#web/words'
import type { Insert } from './expression-names.ts'
import { readable } from './readable.ts'

type Change = Pick<FormField, 'expression' | 'result'>
type Props = {
  field: FormField | FormColumn
  inserts: readonly Insert[]
  computation: Computation
  onChange: (change: Change) => void
}

const useful = ['SUM', 'ROUND', 'IF', 'MAX', 'MIN', 'AVERAGE', 'COUNT', 'DAYS', 'NETWORKDAYS', 'IFBLANK', 'AND', 'OR']

/** A formula with what may be put into it, checked at every key and told back in words. */
export function ExpressionEditor({ field, inserts, computation, onChange }: Props) {
  const t = useWords('flow')
  const local = useLocal()
  const language = useLanguage()
  const area = useRef<HTMLTextAreaElement>(null)
  const expression = field.expression ?? ''
  const result = field.result ?? 'number'
  const put = (text: string, back = 0) => {
    const at = area.current?.selectionStart ?? expression.length
    const end = area.current?.selectionEnd ?? at
    onChange({ expression: expression.slice(0, at) + text + expression.slice(end), result })
    const caret = at + text.length - back
    // After React has put the text in.
    setTimeout(() => {
      area.current?.focus()
      area.current?.setSelectionRange(caret, caret)
    })
  }
  const functions = useful.map((name) => {
    const names = functionNamed(name)?.names ?? [name]
    const own = language.startsWith('zh') ? (names[1] ?? name) : name
    return { id: name, title: `${own}(…)`, note: t(`form.function.${name}`), onAction: () => put(`${own}()`, 1) }
  })
  const isEmpty = expression.trim() === ''
  const fault = computation.ok || isEmpty ? undefined : faultText(computation, language)
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <TextArea
        ref={area}
        label={t('form.design.expression')}
        rows={3}
        maxLength={2000}
        value={expression}
        onChange={(text) => onChange({ expression: text, result })}
        {...(fault ? { errorMessage: fault } : {})}
      />
      <div className="flex flex-wrap gap-1.5">
        <Menu
          label={t('form.design.insertField')}
          groups={[
            { items: inserts.map((one) => ({ id: one.text, title: one.label, onAction: () => put(one.text) })) },
          ]}
        >
          <Button size="sm" icon={Braces} isDisabled={inserts.length === 0}>
            {t('form.design.insertField')}
          </Button>
        </Menu>
        <Menu label={t('form.design.insertFunction')} groups={[{ items: functions }]}>
          <Button size="sm" icon={SquareFunction}>
            {t('form.design.insertFunction')}
          </Button>
        </Menu>
      </div>
      <p role="status" className="flex items-start gap-1.5 text-sm text-muted empty:hidden">
        {computation.ok && (
          <>
            <Icon as={Check} size={14} className="mt-0.5 text-green-text" />
            <span>
              {t('form.design.reads', {
                label: local(field.label) || field.key,
                formula: readable(expression, inserts),
              })}
            </span>
          </>
        )}
        {isEmpty && t('form.design.expressionHint')}
      </p>
      <Select
        label={t('form.design.result')}
        options={computedResults.map((id) => ({ id, label: t(`form.result.${id}`) }))}
        value={result}
        onChange={(next) => {
          const chosen = computedResults.find((one) => one === next)
          if (chosen) onChange({ expression, result: chosen })
        }}
        {...(result === 'money' ? { description: t('form.design.moneyHint') } : {})}
      />
    </div>
  )
}

function faultText(computation: Computation & { ok: false }, language: string): string {
  return sentenceOf(computation.problem, language)
}
