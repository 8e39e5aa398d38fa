import { useFormat } from '#web/format'
import { useLocal, useWords } from '#web/words'
import type { FlowLink } from '../../../contract.ts'
import { spanText } from '../../designer/say/summary.ts'
import { emphasis } from '../Emphasised.tsx'
import { useFlowParts } from '../flow-parts.ts'

/** A link as one sentence: when what ends how, what begins, for whom, until when, and what becomes of it. */
export function useLinkText(link: FlowLink, ownerName: string | undefined): string {
  const t = useWords('flow')
  const f = useFormat()
  const local = useLocal()
  const { on, outcome, gate, owner, deadline, onCancel, dedupe } = link
  const parts = useFlowParts(dedupe !== null || owner.kind === 'field' ? link.flow.id : null)
  const fieldName = (key: string | null | undefined) =>
    local(parts?.fields.find((field) => field.key === key)?.label) || key || ''
  const say = (key: string, values?: Record<string, unknown>) => t(`rules.links.say.${key}`, values)
  const from = emphasis(local(link.flow.name))
  const clauses = [
    on === 'gate'
      ? say('gate', { from, gate })
      : on === 'revoked'
        ? say('revoked', { from })
        : say(`ended.${outcome ?? 'any'}`, { from }),
    say(`begins.${owner.kind}`, {
      to: emphasis(local(link.target.name)),
      field: fieldName(owner.field),
      person: ownerName ?? '…',
    }),
    deadline ? say('due', { span: spanText(deadline, t) }) : '',
    say(`onCancel.${onCancel}`),
    dedupe === null ? '' : say('dedupe', { field: fieldName(dedupe) }),
  ]
  const count = Object.keys(link.map).length
  if (count > 0) clauses.push(say('map', { count, shown: f.number(count) }))
  return clauses.join('') + say('stop')
}
