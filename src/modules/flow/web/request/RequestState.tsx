import { Status } from '#ui/Status'
import { useWords } from '#web/words'
import type { RequestRow } from '../../contract.ts'

type Standing = Pick<RequestRow, 'status' | 'outcome'> & { readonly revokedAt?: string | null }

/** How a request stands: colour, shape and word. */
export function RequestState({ request, look = 'soft' }: { request: Standing; look?: 'soft' | 'plain' }) {
  const t = useWords('flow')
  const state = stateOf(request)
  return (
    <Status color={colours[state]} look={look}>
      {t(`request.state.${state}`)}
    </Status>
  )
}

export function stateOf({ status, outcome, revokedAt }: Standing): keyof typeof colours {
  if (revokedAt) return 'revoked'
  return status === 'ended' ? (outcome ?? 'approved') : status
}

const colours = {
  draft: 'gray',
  checking: 'gray',
  running: 'amber',
  incident: 'red',
  approved: 'green',
  rejected: 'red',
  withdrawn: 'gray',
  cancelled: 'gray',
  revoked: 'gray',
} as const
