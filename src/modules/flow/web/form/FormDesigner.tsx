import { useState } from 'react'
import { formProblems, type FieldKind, type Form, type FormField, type FormProblem } from '#core/form'
import { Card } from '#ui/Card'
import { Sheet } from '#ui/Sheet'
import { Tabs } from '#ui/Tabs'
import { usePhone } from '#web/page'
import { useLanguage, useLocal, useWords } from '#web/words'
import { AddField } from './design/AddField.tsx'
import { replaced, shifted, withField, withoutField } from './design/edit.ts'
import { FieldEditor } from './design/FieldEditor.tsx'
import { FieldList } from './design/FieldList.tsx'
import { FormPreview } from './design/FormPreview.tsx'
import { freeKey } from './design/keys.ts'
import { freshField } from './design/kinds.ts'
import { RulesEditor } from './design/RulesEditor.tsx'

export type FormDesignerProps = {
  form: Form
  /** Called with the whole form at each change; undo is the caller's. Changes about the same thing may be undone together. */
  onChange: (form: Form, about?: string) => void
  /** What is wrong with the form; found by itself when left out. */
  problems?: readonly FormProblem[]
}

/** Draws a form: fields and rules on one side, the working form on the other. On the phone one below the other. */
export function FormDesigner({ form, onChange, problems = formProblems(form) }: FormDesignerProps) {
  const t = useWords('flow')
  const local = useLocal()
  const language = useLanguage()
  const isPhone = usePhone()
  const [chosen, setChosen] = useState<string | null>(null)
  /** A field just added takes its key from its label until another one is chosen. */
  const [fresh, setFresh] = useState<string | null>(null)
  const at = form.fields.findIndex((field) => field.key === chosen)
  const field = form.fields[at]
  const choose = (key: string | null) => {
    setChosen(key)
    if (key !== fresh) setFresh(null)
  }
  const add = (kind: FieldKind) => {
    const next = freshField(kind, freeKey({}, kind, form.fields), { [language]: t(`form.kind.${kind}`) })
    onChange(withField(form, next, at < 0 ? form.fields.length : at + 1))
    setChosen(next.key)
    setFresh(next.key)
  }
  const change = (next: FormField) => {
    if (!field) return
    const isNamed = fresh === field.key && next.label['en'] !== field.label['en']
    const others = form.fields.filter((one) => one !== field)
    const key = isNamed ? freeKey(next.label, next.kind, others) : next.key
    onChange(replaced(form, field.key, { ...next, key }), `form/${fresh === field.key ? 'fresh' : key}`)
    if (key === field.key) return
    setChosen(key)
    setFresh(key)
  }
  const remove = () => {
    if (!field) return
    onChange(withoutField(form, field.key))
    choose((form.fields[at + 1] ?? form.fields[at - 1])?.key ?? null)
  }
  const editor = field && (
    <FieldEditor
      key={fresh === field.key ? 'fresh' : field.key}
      form={form}
      field={field}
      problems={problems}
      onChange={change}
      onShift={(by) => onChange({ ...form, fields: [...shifted(form.fields, at, by)] })}
      onRemove={remove}
    />
  )
  const fields = (
    <div className="grid min-w-0 grid-cols-1 items-start gap-4 lg:grid-cols-[minmax(13rem,17rem)_minmax(0,1fr)]">
      <Card title={t('form.design.fields')}>
        <div className="flex flex-col gap-2">
          <FieldList form={form} problems={problems} chosen={chosen} onChoose={choose} onChange={onChange} />
          <AddField isFull={form.fields.length >= 100} onAdd={add} />
        </div>
      </Card>
      {isPhone ? (
        <Sheet
          title={local(field?.label)}
          side="bottom"
          isOpen={field !== undefined}
          onOpenChange={(isOpen) => !isOpen && choose(null)}
        >
          {editor}
        </Sheet>
      ) : (
        <Card title={field ? local(field.label) || field.key : t('form.design.noneChosen')}>
          {editor ?? <p className="text-muted">{t('form.design.chooseHint')}</p>}
        </Card>
      )}
    </div>
  )
  const rulesWrong = problems.filter(({ rule }) => rule !== undefined).length
  return (
    <div className="grid min-w-0 grid-cols-1 items-start gap-4 xl:grid-cols-[minmax(0,1fr)_24rem]">
      <Tabs
        label={t('form.design.parts')}
        look="pill"
        items={[
          { id: 'fields', title: t('form.design.fields'), count: form.fields.length, content: fields },
          {
            id: 'rules',
            title: rulesWrong > 0 ? t('form.design.rulesWrong') : t('form.design.rules'),
            count: form.rules?.length ?? 0,
            content: <RulesEditor form={form} problems={problems} onChange={(next) => onChange(next, 'form/rules')} />,
          },
        ]}
      />
      <div className="xl:sticky xl:top-4">
        <FormPreview form={form} />
      </div>
    </div>
  )
}
