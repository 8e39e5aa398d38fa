import { useEffect, useState } from 'react'
import { PositionPicker, UnitPicker, useUnitNodes } from '#screens/organisation'
import { routes as organisation } from '#contract/organisation'
import { routes as responsibilities } from '#contract/responsibilities'
import { routes } from '../../../contract.ts'
import { ComboBox } from '#ui/ComboBox'
import { TextField } from '#ui/TextField'
import type { TreeNode } from '#ui/Tree'
import { readNow, useRead } from '#web/query'
import { useLocal, useWords } from '#web/words'
import { useCommon } from './common.ts'
import { partIn, type InputProps } from './input.ts'

/** Something that stands elsewhere. What it was called is kept beside its id, to be read even when it is gone. */
export function ReferenceInput(props: InputProps) {
  const target = 'target' in props.field ? props.field.target : undefined
  switch (target) {
    case 'unit':
      return <UnitReference {...props} />
    case 'position':
      return <PositionReference {...props} />
    case 'responsibility':
      return <ResponsibilityReference {...props} />
    case 'request':
      return <RequestReference {...props} />
    default:
      return <SubjectReference {...props} />
  }
}

function UnitReference(props: InputProps) {
  const nodes = useUnitNodes()
  const choose = (id: string | null) => props.onChange(id ? { id, label: labelIn(nodes, id) ?? '' } : null)
  return <UnitPicker {...useCommon(props)} value={partIn(props.value, 'id') || null} onChange={choose} />
}

function PositionReference(props: InputProps) {
  const local = useLocal()
  const choose = async (id: string | null) => {
    if (!id) return props.onChange(null)
    const { rows } = await readNow(organisation.listPositions, { ids: [id], limit: 1 })
    props.onChange({ id, label: local(rows[0]?.title) })
  }
  return (
    <PositionPicker
      {...useCommon(props)}
      value={partIn(props.value, 'id') || null}
      onChange={(id) => void choose(id)}
    />
  )
}

function ResponsibilityReference(props: InputProps) {
  const local = useLocal()
  const [text, setText] = usePaused()
  const found = useRead(responsibilities.listResponsibilities, { limit: 30, ...(text ? { text } : {}) }, { keep: true })
  const options = (found.data?.items ?? []).map((one) => ({
    id: one.id,
    label: local(one.name),
    note: local(one.unitName),
  }))
  return <Looked {...props} options={options} onSearch={setText} isLoading={found.isFetching} />
}

function RequestReference(props: InputProps) {
  const [text, setText] = usePaused()
  const found = useRead(routes.listRequests, { limit: 30, ...(text ? { text } : {}) }, { keep: true })
  const options = (found.data?.rows ?? []).map((one) => ({
    id: one.id,
    label: [one.number, one.title].filter(Boolean).join(' '),
    note: one.initiator.name,
  }))
  return <Looked {...props} options={options} onSearch={setText} isLoading={found.isFetching} />
}

type LookedProps = InputProps & {
  options: readonly { id: string; label: string; note?: string }[]
  onSearch: (text: string) => void
  isLoading: boolean
}

function Looked({ options, onSearch, isLoading, ...props }: LookedProps) {
  const id = partIn(props.value, 'id')
  const kept = { id, label: partIn(props.value, 'label') }
  const all = id && !options.some((option) => option.id === id) ? [kept, ...options] : options
  return (
    <ComboBox
      {...useCommon(props)}
      value={id || null}
      options={all}
      onSearch={(text) => onSearch(text === kept.label ? '' : text)}
      isLoading={isLoading}
      onChange={(chosen) => {
        const option = all.find((one) => one.id === chosen)
        props.onChange(option ? { id: option.id, label: option.label } : null)
      }}
    />
  )
}

/** A customer, an order, a batch of another system: its kind and what it is known by there. */
function SubjectReference(props: InputProps) {
  const t = useWords('flow')
  const common = useCommon(props)
  const { value, onChange } = props
  const now = { id: partIn(value, 'id'), label: partIn(value, 'label'), type: partIn(value, 'type') }
  const set = (next: typeof now) => onChange(next.id || next.label || next.type ? next : null)
  return (
    <div role="group" aria-label={common.label} className="grid grid-cols-1 gap-2 sm:grid-cols-2">
      <TextField {...common} value={now.label} onChange={(label) => set({ ...now, label })} maxLength={200} />
      <TextField
        label={t('form.subjectKey', { label: common.label })}
        value={now.id}
        onChange={(id) => set({ ...now, id })}
        isInvalid={Boolean(props.fault)}
        maxLength={200}
      />
    </div>
  )
}

function labelIn(nodes: readonly TreeNode[], id: string): string | undefined {
  for (const node of nodes) {
    const found = node.id === id ? node.label : labelIn(node.children ?? [], id)
    if (found !== undefined) return found
  }
  return undefined
}

/** What was typed, once the typing pauses. */
function usePaused(): [string, (text: string) => void] {
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed.trim()), 200)
    return () => clearTimeout(timer)
  }, [typed])
  return [asked, setTyped]
}
