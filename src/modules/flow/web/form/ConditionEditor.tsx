import FolderPlus from 'lucide-react/icons/folder-plus'
import Plus from 'lucide-react/icons/plus'
import X from 'lucide-react/icons/x'
import type { Condition } from '#core/flow'
import type { FormField } from '#core/form'
import { Button } from '#ui/Button'
import { IconButton } from '#ui/IconButton'
import { Select } from '#ui/Select'
import { useWords } from '#web/words'
import { ConditionLine, freshLine } from './condition/ConditionLine.tsx'
import { conditionOf, groupOf, topicsOf, type ConditionTopic, type Group, type Mode } from './condition/model.ts'

export type ConditionEditorProps = {
  /** What the whole is called for screen readers, such as “When this branch is taken”. */
  label: string
  /** The fields of the form; layout fields are left out by itself. */
  fields: readonly FormField[]
  /** Undefined: nothing chosen yet. */
  value: Condition | undefined
  /** Undefined when the last line was taken away. A line just added has no value yet: ask `isFinished` of the form core before publishing. */
  onChange: (condition: Condition | undefined) => void
}

const deepest = 3

/** A condition in plain words: all, any or none of some lines and groups of lines. Fits a drawer and a phone. */
export function ConditionEditor({ label, fields, value, onChange }: ConditionEditorProps) {
  return (
    <div role="group" aria-label={label} className="min-w-0">
      <GroupEditor
        topics={topicsOf(fields)}
        group={groupOf(value)}
        depth={1}
        onChange={(group) => onChange(group.parts.length === 0 ? undefined : conditionOf(group))}
      />
    </div>
  )
}

type GroupProps = {
  topics: readonly ConditionTopic[]
  group: Group
  depth: number
  onChange: (group: Group) => void
  onRemove?: () => void
}

function GroupEditor({ topics, group, depth, onChange, onRemove }: GroupProps) {
  const t = useWords('flow')
  const { mode, parts } = group
  const put = (at: number, part: Condition | undefined) =>
    onChange({ mode, parts: part ? parts.with(at, part) : parts.filter((_part, index) => index !== at) })
  const [first] = topics
  if (!first) return <p className="text-sm text-muted">{t('form.condition.noFields')}</p>
  const add = (part: Condition) => onChange({ mode, parts: [...parts, part] })
  return (
    <div className={depth > 1 ? 'rounded-lg border border-line bg-sunken p-2.5' : ''}>
      {(parts.length > 1 || mode !== 'all' || depth > 1) && (
        <div className="mb-2 flex items-center gap-1.5">
          <Select
            label={t('form.condition.mode')}
            hideLabel
            className="w-56 max-w-full"
            options={(['all', 'any', 'none'] as const).map((id) => ({ id, label: t(`form.condition.modes.${id}`) }))}
            value={mode}
            onChange={(next) => next && onChange({ mode: next as Mode, parts })}
          />
          {onRemove && <IconButton icon={X} label={t('form.condition.removeGroup')} onPress={onRemove} />}
        </div>
      )}
      <ul className="flex flex-col gap-2">
        {parts.map((part, at) => (
          // Parts have no name of their own; none of them keeps a state.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={at} className="min-w-0">
            <PartEditor topics={topics} part={part} depth={depth} onChange={(next) => put(at, next)} />
          </li>
        ))}
      </ul>
      <div className={parts.length > 0 ? 'mt-2 flex flex-wrap gap-1.5' : 'flex flex-wrap gap-1.5'}>
        <Button size="sm" variant="soft" icon={Plus} onPress={() => add(freshLine(first))}>
          {t('form.condition.add')}
        </Button>
        {depth < deepest && parts.length > 0 && (
          <Button
            size="sm"
            variant="quiet"
            icon={FolderPlus}
            onPress={() => add(mode === 'any' ? { all: [freshLine(first)] } : { any: [freshLine(first)] })}
          >
            {t('form.condition.addGroup')}
          </Button>
        )}
      </div>
    </div>
  )
}

type PartProps = {
  topics: readonly ConditionTopic[]
  part: Condition
  depth: number
  onChange: (part: Condition | undefined) => void
}

function PartEditor({ topics, part, depth, onChange }: PartProps) {
  const t = useWords('flow')
  const remove = () => onChange(undefined)
  if ('field' in part) return <ConditionLine line={part} topics={topics} onChange={onChange} onRemove={remove} />
  if ('text' in part)
    return (
      <div className="flex items-center gap-1.5">
        <code className="min-w-0 flex-1 rounded-md bg-sunken px-2.5 py-2 text-sm break-all">{part.text}</code>
        <IconButton icon={X} label={t('form.condition.remove')} onPress={remove} />
      </div>
    )
  return (
    <GroupEditor
      topics={topics}
      group={groupOf(part)}
      depth={depth + 1}
      onRemove={remove}
      onChange={(group) => onChange(group.parts.length === 0 ? undefined : nested(group))}
    />
  )
}

/** Inside another a group stays one, else it would dissolve while it is being filled. */
function nested({ mode, parts }: Group): Condition {
  return mode === 'all' ? { all: parts } : mode === 'any' ? { any: parts } : { not: { any: parts } }
}
