import { ComboBox } from '#ui/ComboBox'
import { useRead } from '#web/query'
import { useLocal, useWords } from '#web/words'
import { routes } from '../../contract.ts'
import type { EditorForm } from './editor-form.ts'

type Value = { responsibility?: string | undefined; key: string }

/** Another indicator: one of this draft, or one that is in force elsewhere. */
export function IndicatorChoice({ form, path, value }: { form: EditorForm; path: string; value: Value }) {
  const t = useWords('responsibilities')
  const local = useLocal()
  const stated = useRead(routes.listIndicators, {})
  const own = (form.values.indicators ?? []).flatMap((one) =>
    one.key ? [{ id: `/${one.key}`, label: local(one.name) || one.key, group: t('editor.ownIndicators') }] : [],
  )
  const others = (stated.data ?? []).map((one) => ({
    id: `${one.responsibility}/${one.key}`,
    label: `${local(one.name)} · ${local(one.responsibilityName)}`,
    note: `${one.responsibility}/${one.key}`,
    group: t('editor.otherIndicators'),
  }))
  return (
    <ComboBox
      label={t('editor.indicatorChoice')}
      options={[...own, ...others]}
      isLoading={stated.isPending}
      value={value.key === '' ? null : `${value.responsibility ?? ''}/${value.key}`}
      onChange={(id) => {
        const at = (id ?? '/').indexOf('/')
        const responsibility = (id ?? '').slice(0, at)
        form.set(path, { ...(responsibility ? { responsibility } : {}), key: (id ?? '/').slice(at + 1) })
      }}
    />
  )
}
