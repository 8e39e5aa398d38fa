import { lazy } from 'react'
import { useSession } from '#web/session'
import { useAddress } from '../lib/address.ts'
import { screenNamed } from '../lib/screens.ts'

/** Pages without a menu: before signing in, and those that lead into it. */
export function useIsBare(): boolean {
  const { account } = useSession()
  const { path } = useAddress()
  if (!account || account.mustChangePassword) return true
  return path === screenNamed('base.signIn')?.path || path.startsWith('/welcome/')
}

// Fetched by who is not signed in yet; everybody else starts without it.
export const BareFrame = lazy(async () => ({ default: (await import('./BareFrame.tsx')).BareFrame }))
export const BarePage = lazy(async () => ({ default: (await import('./BareFrame.tsx')).BarePage }))
