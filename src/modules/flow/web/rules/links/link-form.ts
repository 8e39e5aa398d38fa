import type { Span } from '#core/flow'
import { isInput, type FormField } from '#core/form'
import type { Asked } from '#core/contract'
import type { FlowLink, OutcomeName, routes } from '../../../contract.ts'

/** A link while it is written. */
export type LinkForm = {
  readonly flowId: string | null
  readonly on: 'ended' | 'gate' | 'revoked'
  readonly outcome: OutcomeName | null
  readonly gate: string | null
  readonly targetId: string | null
  readonly map: Readonly<Record<string, string>>
  readonly ownerKind: 'initiator' | 'field' | 'person'
  readonly ownerField: string | null
  readonly ownerId: string | null
  readonly deadline: Pick<Span, 'amount' | 'unit'> | null
  readonly onCancel: 'cascade' | 'detach' | 'ask'
  readonly dedupe: string | null
  readonly isOn: boolean
}
export type LinkFault =
  | 'flowMissing'
  | 'targetMissing'
  | 'targetSame'
  | 'gateMissing'
  | 'ownerFieldMissing'
  | 'ownerMissing'

export const newLink: LinkForm = {
  flowId: null,
  on: 'ended',
  outcome: 'approved',
  gate: null,
  targetId: null,
  map: {},
  ownerKind: 'initiator',
  ownerField: null,
  ownerId: null,
  deadline: null,
  onCancel: 'detach',
  dedupe: null,
  isOn: true,
}

export function formFrom(link: FlowLink): LinkForm {
  const { on, outcome, gate, map, owner, deadline, onCancel, dedupe, isOn } = link
  return {
    on,
    outcome,
    gate,
    map,
    deadline,
    onCancel,
    dedupe,
    isOn,
    flowId: link.flow.id,
    targetId: link.target.id,
    ownerKind: owner.kind,
    ownerField: owner.field ?? null,
    ownerId: owner.personId ?? null,
  }
}

/** Another source: what was said of the fields and gates of the one before no longer holds. */
export function withFlow(form: LinkForm, flowId: string | null): LinkForm {
  if (flowId === form.flowId) return form
  const fixed = Object.entries(form.map).filter(([, from]) => from.startsWith('='))
  return { ...form, flowId, gate: null, map: Object.fromEntries(fixed), ownerField: null, dedupe: null }
}

export function withTarget(form: LinkForm, targetId: string | null): LinkForm {
  return targetId === form.targetId ? form : { ...form, targetId, map: {} }
}

/** Where a field is filled from: a field's key, `=` and a text, or undefined to leave it empty. */
export function withFrom(form: LinkForm, field: string, from: string | undefined): LinkForm {
  const { [field]: _before, ...others } = form.map
  return { ...form, map: from === undefined ? others : { ...others, [field]: from } }
}

export function faultOf(form: LinkForm): LinkFault | undefined {
  if (!form.flowId) return 'flowMissing'
  if (form.on === 'gate' && !form.gate) return 'gateMissing'
  if (!form.targetId) return 'targetMissing'
  if (form.targetId === form.flowId) return 'targetSame'
  if (form.ownerKind === 'field' && !form.ownerField) return 'ownerFieldMissing'
  if (form.ownerKind === 'person' && !form.ownerId) return 'ownerMissing'
  return undefined
}

/** What is sent; a text nobody wrote fills nothing, and neither does a field that `known` no longer has. */
export function sentForm(
  form: LinkForm,
  known?: readonly FormField[],
): Omit<Asked<(typeof routes)['createLink']>, 'flowId'> {
  const { on, outcome, gate, targetId, map, ownerKind, ownerField, ownerId, deadline, onCancel, dedupe, isOn } = form
  const kept = Object.entries(map).filter(
    ([to, from]) => from !== '=' && (!known || known.some(({ key }) => key === to)),
  )
  return {
    on,
    deadline,
    onCancel,
    dedupe,
    isOn,
    outcome: on === 'ended' ? outcome : null,
    gate: on === 'gate' ? gate : null,
    targetId: targetId ?? '',
    map: Object.fromEntries(kept),
    owner:
      ownerKind === 'field'
        ? { kind: 'field', field: ownerField ?? '' }
        : ownerKind === 'person'
          ? { kind: 'person', personId: ownerId ?? '' }
          : { kind: 'initiator' },
  }
}

/** The fields of the new request that a link can fill: not what is signed or uploaded, which belongs to its request. */
export function filledFields(fields: readonly FormField[]): FormField[] {
  return fields.filter(({ kind }) => isInput(kind) && !unmoved.has(kind))
}

/** The fields of the old request whose value fits into a field. */
export function fittingFields(field: FormField, sources: readonly FormField[]): FormField[] {
  return sources.filter((source) => {
    const kind = source.kind === 'computed' ? (source.result ?? 'number') : source.kind
    if (isText(field.kind)) return isText(kind)
    return kind === field.kind && Boolean(source.many) === Boolean(field.many) && source.target === field.target
  })
}

/** Whether a field can be filled with a fixed text. */
export function takesText({ kind, many }: FormField): boolean {
  return isText(kind) || kind === 'day' || (kind === 'choice' && !many)
}

const unmoved: ReadonlySet<FormField['kind']> = new Set(['file', 'photo', 'place', 'signature'])

function isText(kind: FormField['kind']): boolean {
  return kind === 'text' || kind === 'long-text'
}
