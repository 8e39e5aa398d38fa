import { useKitWords } from './kit-words.tsx'

/** First stop of the Tab key: over the menu straight to the page. */
export function SkipLink() {
  const words = useKitWords()
  const skip = (event: { preventDefault: () => void }) => {
    event.preventDefault()
    document.querySelector<HTMLElement>('#main')?.focus()
  }
  return (
    <a
      href="#main"
      onClick={skip}
      className="sr-only z-60 rounded-md bg-primary px-4 py-2 font-medium text-on-primary focus:not-sr-only focus:!absolute focus:top-2 focus:left-2"
    >
      {words('skip')}
    </a>
  )
}
