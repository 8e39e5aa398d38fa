import { useEffect, useState } from 'react'
import { routes as base } from '#contract/base'
import { routes as responsibilities } from '#contract/responsibilities'
import { ComboBox } from '#ui/ComboBox'
import { Select } from '#ui/Select'
import { hrefTo, Link } from '#web/links'
import { useRead } from '#web/query'
import { useMay } from '#web/session'
import { hasWord, useLocal, useWords } from '#web/words'
import { routes } from '../../../contract.ts'
import { manifest } from '../../../manifest.ts'

type PickerProps = {
  label: string
  value: string | null
  onChange: (id: string | null) => void
  isDisabled?: boolean
}

const presets = ['manager', 'hr', 'finance', 'auditor', 'administrator']

/** Chooses a role by its key: the preset ones, and one's own where the reader may see them. */
export function RolePicker(props: PickerProps) {
  const b = useWords('base')
  const may = useMay()
  const roles = useRead(base.listRoles, {}, { when: may('base.manage-accounts') })
  const keys = roles.data?.map((role) => role.key) ?? presets
  const nameOf = (key: string) =>
    roles.data?.find((role) => role.key === key)?.name ?? (hasWord('base', `roles.${key}`) ? b(`roles.${key}`) : key)
  const all = props.value && !keys.includes(props.value) ? [props.value, ...keys] : keys
  return <Select {...props} options={all.map((id) => ({ id, label: nameOf(id) }))} />
}

/** Chooses a responsibility by name or code. */
export function ResponsibilityPicker({ value, ...field }: PickerProps) {
  const local = useLocal()
  const [text, setText] = useLateText()
  const named = useRead(responsibilities.readResponsibilityNames, { ids: [value ?? ''] }, { when: Boolean(value) })
  const chosen = named.data?.find((one) => one.id === value)
  const query = chosen && text === local(chosen.name) ? '' : text
  const found = useRead(
    responsibilities.listResponsibilities,
    { limit: 30, ...(query ? { text: query } : {}) },
    { keep: true },
  )
  const rows = (found.data?.items ?? []).map((row) => ({
    id: row.id,
    label: local(row.name),
    note: local(row.unitName),
    alsoFoundBy: row.code,
  }))
  const isShown = !chosen || rows.some((row) => row.id === chosen.id)
  const options = isShown ? rows : [{ id: chosen.id, label: local(chosen.name) }, ...rows]
  return <ComboBox {...field} value={value} options={options} onSearch={setText} isLoading={found.isFetching} />
}

/** Chooses an assignment rule; where there is none yet, the way to make one. */
export function RulePicker(props: PickerProps) {
  const t = useWords('flow')
  const local = useLocal()
  const rules = useRead(routes.listRules, {})
  const rows = rules.data?.rows ?? []
  return (
    <div className="flex flex-col gap-1">
      <Select {...props} options={rows.map((rule) => ({ id: rule.id, label: local(rule.name) }))} />
      <p className="text-sm text-muted">
        {rules.data && rows.length === 0 && <span>{t('designer.fields.ruleNone')} </span>}
        <Link href={hrefTo(manifest, 'rules', {}, { tab: 'assign' })}>{t('designer.fields.ruleGo')}</Link>
      </p>
    </div>
  )
}

/** What was typed, a moment after the last key. */
function useLateText(): [string, (text: string) => void] {
  const [typed, setTyped] = useState('')
  const [late, setLate] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setLate(typed), 200)
    return () => clearTimeout(timer)
  }, [typed])
  return [late, setTyped]
}
