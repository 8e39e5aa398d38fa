import { useEffect } from 'react'
import { go } from '../lib/address.ts'

/** Goes elsewhere instead. */
export function Redirect({ to }: { to: string }) {
  useEffect(() => go(to, { replace: true }), [to])
  return null
}
