import ChevronRight from 'lucide-react/icons/chevron-right'
import { Button as PlainButton } from 'react-aria-components/Button'
import { Icon } from '#ui/Icon'
import type { WhyLine as Line, WhySlip } from '../../rules/why.ts'
import { useWhyWords } from './use-why-words.ts'

/** Lines of the same slip, each to be opened in place. */
export function LineButtons({
  lines,
  slip,
  onOpen,
}: {
  lines: readonly Line[]
  slip: WhySlip
  onOpen: (line: Line) => void
}) {
  const words = useWhyWords(slip)
  return (
    <ul className="mt-1 flex flex-col">
      {lines.map((line) => (
        <li key={`${line.side} ${line.code}`}>
          <PlainButton
            onPress={() => onOpen(line)}
            className="flex min-h-8 w-full items-center justify-between gap-3 rounded-md px-2 text-left text-sm text-primary-text data-hovered:bg-hover touch:min-h-control"
          >
            <span className="min-w-0">{words.lineName(line)}</span>
            <span className="inline-flex items-center gap-1 tabular-nums">
              {words.money(line.fen)}
              <Icon as={ChevronRight} />
            </span>
          </PlainButton>
        </li>
      ))}
    </ul>
  )
}
