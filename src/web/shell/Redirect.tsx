import { useEffect } from 'react'
import { useGo } from '#web/links'

/** Goes elsewhere once. The router's own `Navigate` goes again at each drawing, which never ends when the address is a part of it. */
export function Redirect({ to }: { to: string }) {
  const go = useGo()
  useEffect(() => go(to, { replace: true }), [go, to])
  return null
}
