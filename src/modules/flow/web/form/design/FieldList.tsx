import { Button as RacButton } from 'react-aria-components/Button'
import { GridList, GridListItem } from 'react-aria-components/GridList'
import { useDragAndDrop } from 'react-aria-components/useDragAndDrop'
import AlertCircle from 'lucide-react/icons/circle-alert'
import GripVertical from 'lucide-react/icons/grip-vertical'
import type { Form, FormProblem } from '#core/form'
import { Icon } from '#ui/Icon'
import { useLocal, useWords } from '#web/words'
import { moved } from './edit.ts'
import { kindIcons } from './kinds.ts'

type Props = {
  form: Form
  problems: readonly FormProblem[]
  chosen: string | null
  onChoose: (key: string) => void
  onChange: (form: Form) => void
}

/** The fields in their order. They are moved by dragging, or by Enter on the handle and the arrow keys. */
export function FieldList({ form, problems, chosen, onChoose, onChange }: Props) {
  const t = useWords('flow')
  const local = useLocal()
  const wrong = new Set(problems.map(({ field }) => field))
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': String(key) })),
    onReorder: ({ keys, target }) => {
      if (target.dropPosition === 'on') return
      onChange(moved(form, new Set([...keys].map(String)), String(target.key), target.dropPosition))
    },
  })
  return (
    <GridList
      aria-label={t('form.design.fields')}
      items={form.fields.map((field) => ({ ...field, id: field.key }))}
      dependencies={[chosen, problems, local]}
      dragAndDropHooks={dragAndDropHooks}
      onAction={(key) => onChoose(String(key))}
      className="flex flex-col gap-1 outline-none"
      renderEmptyState={() => <p className="px-2 py-6 text-center text-muted">{t('form.design.noFields')}</p>}
    >
      {(field) => (
        <GridListItem
          id={field.key}
          textValue={local(field.label) || field.key}
          className={[
            'group/item flex min-h-item cursor-default items-center gap-1.5 rounded-md border px-1 text-control outline-none',
            'data-hovered:bg-hover data-focus-visible:outline-2 data-focus-visible:outline-focus data-dragging:opacity-50',
            field.kind === 'section' ? 'mt-1.5 font-semibold' : '',
            chosen === field.key ? 'border-primary bg-primary-soft' : 'border-transparent',
          ].join(' ')}
        >
          <RacButton
            slot="drag"
            className="flex size-7 shrink-0 items-center justify-center rounded-sm text-faint data-focus-visible:outline-2 data-focus-visible:outline-focus touch:size-11"
          >
            <Icon as={GripVertical} size={14} />
          </RacButton>
          <Icon as={kindIcons[field.kind]} size={16} className="shrink-0 text-muted" />
          <span className="min-w-0 flex-1 truncate">
            {local(field.label) || field.key}
            {field.required && (
              <span className="ml-0.5 text-red-text" title={t('form.design.required')}>
                *
              </span>
            )}
          </span>
          {wrong.has(field.key) && (
            <Icon as={AlertCircle} size={16} className="mr-1 text-red-text" label={t('form.design.hasProblem')} />
          )}
        </GridListItem>
      )}
    </GridList>
  )
}
