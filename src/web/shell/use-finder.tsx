import { lazy, Suspense, useEffect, useState } from 'react'
import { useGo } from '#web/links'

const Finder = lazy(() => import('./Finder.tsx'))

/** The command palette; its code is fetched when it is first asked for. */
export function useFinder() {
  const [isWanted, setWanted] = useState(false)
  const [isOpen, setOpen] = useState(false)
  const go = useGo()
  const open = () => {
    setWanted(true)
    setOpen(true)
  }
  useEffect(() => {
    if (isWanted) return
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey) || event.shiftKey || event.altKey) return
      event.preventDefault()
      setWanted(true)
      setOpen(true)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [isWanted])
  const palette = isWanted && (
    <Suspense>
      <Finder isOpen={isOpen} onOpenChange={setOpen} onNavigate={go} />
    </Suspense>
  )
  return { open, palette }
}
