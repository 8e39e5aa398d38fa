import type { FormColumn, FormFault, FormField } from '#core/form'
import { useFormat } from '#web/format'
import { useWords } from '#web/words'

/** The sentence at a field for what is wrong with it. */
export function useFaultText(): (fault: FormFault, field: FormField | FormColumn) => string {
  const t = useWords('flow')
  const f = useFormat()
  return ({ code, limit }, { kind }) => {
    if (limit === undefined) return t(`form.fault.${code}`)
    if (code !== 'too-few' && code !== 'too-many')
      return t(`form.fault.${code}`, { limit: kind === 'money' ? f.money(limit) : f.number(limit) })
    const things = kind === 'table' ? 'rows' : kind === 'file' || kind === 'photo' ? 'files' : 'things'
    return t(`form.fault.${code}.${things}`, { count: limit })
  }
}

/** What a field takes, said before anything is wrong: “between 1 and 10”, “at most 3 files”. */
export function useBoundsText(): (field: FormField | FormColumn) => string | undefined {
  const t = useWords('flow')
  const f = useFormat()
  return ({ kind, min, max }) => {
    if (kind !== 'number' && kind !== 'money') return undefined
    const shown = (limit: number) => (kind === 'money' ? f.money(limit) : f.number(limit))
    if (min !== undefined && max !== undefined) return t('form.bounds.between', { min: shown(min), max: shown(max) })
    if (max !== undefined) return t('form.bounds.atMost', { max: shown(max) })
    return min === undefined || min === 0 ? undefined : t('form.bounds.atLeast', { min: shown(min) })
  }
}

/** Puts the focus on the first field marked wrong; call it after the faults were drawn. */
export function focusFirstWrong(element: HTMLElement | null): void {
  element
    ?.querySelector<HTMLElement>(
      '[data-invalid] input:not([type=hidden]):not([type=file]), [data-invalid] textarea, [data-invalid] [role=spinbutton], [data-invalid] button, [aria-invalid=true]',
    )
    ?.focus()
}
