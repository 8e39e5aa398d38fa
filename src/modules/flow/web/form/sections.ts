import { rightTo, type Form, type FormField, type Rights } from '#core/form'

export type FormPart = { readonly section: FormField | null; readonly fields: readonly FormField[] }

/** The fields there are for a reader, by their sections. A section with nothing in it is left out. */
export function partsOf(form: Form, rights: Rights, shown: ReadonlySet<string>): FormPart[] {
  const parts: { section: FormField | null; fields: FormField[] }[] = [{ section: null, fields: [] }]
  for (const field of form.fields) {
    if (field.kind === 'section') parts.push({ section: shown.has(field.key) ? field : null, fields: [] })
    else if (shown.has(field.key) && rightTo(rights, field.key) !== 'hidden') parts.at(-1)?.fields.push(field)
  }
  return parts.filter(({ fields }) => fields.length > 0)
}

/** Fields that take a whole row beside others. */
export function isWide({ kind, many }: FormField): boolean {
  return ['long-text', 'table', 'file', 'photo', 'place', 'signature', 'note'].includes(kind) || many === true
}
