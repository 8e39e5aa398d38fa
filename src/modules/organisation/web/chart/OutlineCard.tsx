import type { Card, Paint } from '#core/chart'
import { Tag } from '#ui/Tag'

const colour = (paint: Paint) => `var(--color-${paint})`

/** A box of a chart as a row. */
export function OutlineCard({ card }: { card: Card }) {
  const { tone, mark } = card
  return (
    <div
      className={`my-1 flex min-w-0 flex-1 items-stretch gap-2.5 rounded-lg border bg-surface py-2 pr-3 pl-2 ${card.isVacant || card.isGone ? 'border-dashed' : ''}`}
      style={{
        borderColor: colour(mark ? mark.tone : tone ? `${tone}-line` : 'line-strong'),
        ...(tone ? { background: colour(`${tone}-soft`) } : {}),
      }}
    >
      <span className="w-[3px] shrink-0 rounded-full" style={{ background: colour(tone ?? card.edge) }} />
      <div className="min-w-0 flex-1">
        <div className="flex items-center gap-2">
          <span className={`truncate font-medium ${card.isGone ? 'text-muted line-through' : ''}`}>{card.title}</span>
          {mark && <Tag tone={mark.tone}>{mark.word}</Tag>}
        </div>
        <div className="flex items-baseline gap-2 text-sm">
          <span className={`truncate ${card.isVacant ? 'text-amber-text' : 'text-text'}`}>{card.line}</span>
          <span className="min-w-0 flex-1 truncate text-muted">{card.note}</span>
          <span
            className="shrink-0 text-muted tabular-nums"
            style={tone ? { color: colour(`${tone}-text`) } : undefined}
          >
            {card.figure}
          </span>
        </div>
      </div>
    </div>
  )
}
