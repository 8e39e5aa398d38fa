import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'

/** Goes elsewhere once. The router's own `Navigate` goes again at each drawing, which never ends when the address is a part of it. */
export function Redirect({ to }: { to: string }) {
  const router = useRouter()
  useEffect(() => {
    void router.navigate({ href: `${router.basepath === '/' ? '' : router.basepath}${to}`, replace: true })
  }, [router, to])
  return null
}
