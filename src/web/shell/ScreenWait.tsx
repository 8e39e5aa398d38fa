import { useEffect, useState } from 'react'
import { Skeleton } from '#ui/Skeleton'
import { Page, usePhone } from '#web/page'
import { useWords } from '#web/words'
import type { KnownScreen } from '../lib/screens.ts'

/** Stands in for a screen whose code is on its way. */
export function ScreenWait({ screen }: { screen: KnownScreen }) {
  const t = useWords(screen.module)
  const isPhone = usePhone()
  const [isDue, setDue] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setDue(true), 200)
    return () => clearTimeout(timer)
  }, [])
  return (
    <Page title={t(`menu.${screen.name}`)}>{isDue && <Skeleton shape={isPhone ? 'lines' : 'table'} count={6} />}</Page>
  )
}
