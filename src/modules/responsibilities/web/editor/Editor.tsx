import { useState, type ReactNode } from 'react'
import { Button } from '#ui/Button'
import { Card } from '#ui/Card'
import { RadioGroup } from '#ui/Radio'
import { TextArea } from '#ui/TextArea'
import type { Route } from '#core/contract'
import { FormProblem, type RouteForm } from '#web/form'
import { languages, useLanguage, useWords } from '#web/words'
import { BasicsPart } from './BasicsPart.tsx'
import { DutiesPart } from './DutiesPart.tsx'
import { editorForm } from './editor-form.ts'
import { IndicatorsPart } from './IndicatorsPart.tsx'
import { KnowledgePart } from './KnowledgePart.tsx'
import { PartsPart } from './PartsPart.tsx'
import { RightsPart } from './RightsPart.tsx'
import { Writing } from './writing.ts'

export type EditorProps<R extends Route> = {
  form: RouteForm<R>
  /** Where and from when, beside what is written. */
  place: ReactNode
  saveLabel: string
  /** The responsibility itself, once it is there: it can't be part of itself. */
  ownId?: string
  onCancel: () => void
}

/** What a version says, in sections; saved as a whole. */
export function Editor<R extends Route>({ form, place, saveLabel, ownId, onCancel }: EditorProps<R>) {
  const t = useWords('responsibilities')
  const [language, setLanguage] = useState<string>(useLanguage())
  const editing = editorForm(form)
  return (
    <Writing value={language}>
      <form {...form.bind} className="grid items-start gap-4 lg:grid-cols-4">
        <div className="flex min-w-0 flex-col gap-4 lg:col-span-3">
          <BasicsPart form={editing} />
          <IndicatorsPart form={editing} />
          <DutiesPart form={editing} />
          <KnowledgePart form={editing} />
          <PartsPart form={editing} ownId={ownId} />
          <RightsPart form={editing} />
        </div>
        <div className="flex min-w-0 flex-col gap-4 lg:sticky lg:top-0">
          <Card>
            <div className="flex flex-col gap-4">
              {place}
              <RadioGroup
                label={t('editor.textIn')}
                description={t('editor.otherLanguage')}
                look="segments"
                options={languages.map(({ id }) => ({ id, label: t(id === 'en' ? 'editor.en' : 'editor.zh') }))}
                value={language}
                onChange={setLanguage}
              />
              <TextArea
                label={t('fields.changeNote')}
                rows={2}
                maxLength={1000}
                {...editing.at<string>('changeNote')}
                value={editing.values.changeNote ?? ''}
              />
              <FormProblem problem={form.problem} />
              <div className="flex flex-col gap-2">
                <Button type="submit" variant="primary" isBlock isPending={form.command.isRunning}>
                  {saveLabel}
                </Button>
                <Button isBlock onPress={onCancel}>
                  {t('editor.cancel')}
                </Button>
              </div>
            </div>
          </Card>
        </div>
      </form>
    </Writing>
  )
}
