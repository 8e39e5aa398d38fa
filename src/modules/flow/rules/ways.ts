import type { AttemptWay, Deed } from '../contract.ts'

/** Refusals that mean: somebody tried to get around a step that cannot be skipped. */
const always: Readonly<Record<string, AttemptWay>> = {
  'mandatory-in-between': 'relocate',
  'mandatory-one-by-one': 'batch',
}

/**
 * By which way a refused deed tried to get around a step, or `undefined` where it was an ordinary refusal. Acting on a
 * to-do of a step where the request is not, or sending it forward by a return, is a jump.
 */
export function wayOf(deed: Deed['do'] | 'import' | 'migrate', code: string): AttemptWay | undefined {
  const known = always[code]
  if (known) return known
  if (code === 'cannot-return-there' && deed === 'return') return 'jump'
  if (code === 'cannot-move-there' && deed === 'relocate') return 'relocate'
  if (code === 'no-such-task' && deed === 'decide') return 'jump'
  return undefined
}

/** Which kind of refusal each code of the engine is, for the status of the answer; those not named are conflicts. */
export const refusalKinds: Readonly<Record<string, 'forbidden' | 'not-found' | 'invalid'>> = {
  'not-yours': 'forbidden',
  'not-an-administrator': 'forbidden',
  'not-allowed-here': 'forbidden',
  'no-such-task': 'not-found',
  'no-such-token': 'not-found',
  'opinion-required': 'invalid',
  'signature-required': 'invalid',
  'nobody-named': 'invalid',
  'to-oneself': 'invalid',
  'choose-people': 'invalid',
}
