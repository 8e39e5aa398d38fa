import { useContext, useEffect, useState } from 'react'
import { Skeleton } from '#ui/Skeleton'
import { PageFrameContext, usePhone } from '#web/page'
import { useWords } from '#web/words'
import type { KnownScreen } from '../lib/screens.ts'

/** Stands in for a screen whose code is on its way: the frame alone, for the page itself takes the focus as it arrives. */
export function ScreenWait({ screen }: { screen: KnownScreen }) {
  const t = useWords(screen.module)
  const isPhone = usePhone()
  const frame = useContext(PageFrameContext)
  const [isDue, setDue] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setDue(true), 200)
    return () => clearTimeout(timer)
  }, [])
  const outline = isDue && <Skeleton shape={isPhone ? 'lines' : 'table'} count={6} />
  return frame ? <frame.Frame title={t(`menu.${screen.name}`)}>{outline}</frame.Frame> : outline
}
