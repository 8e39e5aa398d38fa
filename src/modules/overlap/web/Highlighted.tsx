import type { Span } from '#core/overlap'

/** A text with the places marked that another text shares. */
export function Highlighted({ text, spans }: { text: string; spans: readonly Span[] }) {
  const ordered = spans.toSorted((a, b) => a.from - b.from)
  return (
    <span className="break-words">
      {ordered.map((span, at) => (
        <span key={span.from}>
          {text.slice(ordered[at - 1]?.until ?? 0, span.from)}
          <mark className="rounded-xs bg-amber-soft px-px text-text [box-decoration-break:clone] [box-shadow:inset_0_-2px_0_var(--color-amber-line)]">
            {text.slice(span.from, span.until)}
          </mark>
        </span>
      ))}
      {text.slice(ordered.at(-1)?.until ?? 0)}
    </span>
  )
}
