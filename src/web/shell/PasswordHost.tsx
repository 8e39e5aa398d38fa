import { lazy, Suspense } from 'react'
import { usePasswordAsked } from '#web/confirm'

const ConfirmDialog = lazy(async () => ({ default: (await import('./ConfirmDialog.tsx')).ConfirmDialog }))

/** Stands once in the app: whatever page is open, a request may need the password again. */
export function PasswordHost() {
  const { isAsked, answer } = usePasswordAsked()
  if (!isAsked) return null
  return (
    <Suspense>
      <ConfirmDialog onAnswer={answer} />
    </Suspense>
  )
}
