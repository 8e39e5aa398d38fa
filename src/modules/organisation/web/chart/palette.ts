import { useEffect, useState } from 'react'
import type { Dress, Paint } from '#core/chart'

const tones = ['green', 'amber', 'red', 'sky', 'violet', 'teal', 'gray'] as const
const paints: readonly Paint[] = [
  'canvas',
  'surface',
  'sunken',
  'line',
  'line-strong',
  'text',
  'muted',
  'faint',
  'primary',
  'primary-soft',
  'primary-line',
  'primary-text',
  ...tones.flatMap((tone) => [tone, `${tone}-soft`, `${tone}-line`, `${tone}-text`] as const),
]

/** The colours and the font of the page, for what CSS does not reach: a canvas, a file. */
export function useDress(): Dress {
  const [dress, setDress] = useState(readDress)
  useEffect(() => {
    const read = () => setDress(readDress())
    const observer = new MutationObserver(read)
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
    const media = matchMedia('(prefers-color-scheme: dark)')
    media.addEventListener('change', read)
    return () => {
      observer.disconnect()
      media.removeEventListener('change', read)
    }
  }, [])
  return dress
}

function readDress(): Dress {
  const style = getComputedStyle(document.documentElement)
  const colours = Object.fromEntries(paints.map((paint) => [paint, style.getPropertyValue(`--color-${paint}`).trim()]))
  return { colours: colours as Dress['colours'], fontFamily: getComputedStyle(document.body).fontFamily }
}
