import { Button } from 'react-aria-components/Button'
import { Card } from '#ui/Card'

type Props = {
  title: string
  counts: Readonly<Record<string, number>>
  nameOf: (id: string) => string
  onShow: (id: string) => void
}

/** How many of each; a press shows just those. */
export function Counted({ title, counts, nameOf, onShow }: Props) {
  const rows = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .toSorted(([, a], [, b]) => b - a)
  if (rows.length === 0) return null
  return (
    <Card title={title}>
      <ul aria-label={title} className="flex flex-wrap gap-2">
        {rows.map(([id, count]) => (
          <li key={id}>
            <Button
              onPress={() => onShow(id)}
              className="flex min-h-control items-center gap-2 rounded-md border border-line bg-surface px-3 text-sm data-hovered:bg-hover"
            >
              {nameOf(id)}
              <span className="font-semibold tabular-nums">{count}</span>
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  )
}
