import { useEffect, useState } from 'react'

const pauseMs = 200

/** A typed text once the typing pauses, so that the server isn't asked at every key. */
export function useSearchText(): [string, (text: string) => void] {
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed.trim()), pauseMs)
    return () => clearTimeout(timer)
  }, [typed])
  return [asked, setTyped]
}
