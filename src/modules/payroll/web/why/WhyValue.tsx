import ChevronRight from 'lucide-react/icons/chevron-right'
import { Icon } from '#ui/Icon'
import { Link } from '#web/links'
import { useMayOpen } from '#web/may-open'
import type { WhyInput, WhyLine as Line, WhySlip, WhyValue as Value } from '../../rules/why.ts'
import { LineButtons } from './LineButtons.tsx'
import { useWhyWords } from './use-why-words.ts'

export type MonthHref = (period: string) => string | undefined

/** One value of a formula: it opens the lines it stands for, or the page it was brought from. */
export function WhyValue({
  value,
  slip,
  onOpen,
  monthHref,
}: {
  value: Value
  slip: WhySlip
  onOpen: (line: Line) => void
  monthHref?: MonthHref
}) {
  const words = useWhyWords(slip)
  const [only] = value.lines
  const figure = value.isMoney && only ? words.money(Math.round(Number(value.value) * 100)) : words.number(value.value)
  return (
    <li className="py-2">
      <div className="flex items-baseline justify-between gap-3">
        <span className="min-w-0">{words.nameOf(value.name)}</span>
        <span className="font-medium tabular-nums">{figure}</span>
      </div>
      {value.lines.length > 0 && <LineButtons lines={value.lines} slip={slip} onOpen={onOpen} />}
      {value.inputs.map((input) => (
        <Source
          key={`${input.source.kind} ${input.source.label} ${input.value}`}
          input={input}
          isAlone={value.inputs.length === 1}
          slip={slip}
          {...(monthHref ? { monthHref } : {})}
        />
      ))}
    </li>
  )
}

/** Where an input comes from, as a way there when the reader may go. */
function Source({
  input,
  isAlone,
  slip,
  monthHref,
}: {
  input: WhyInput
  isAlone: boolean
  slip: WhySlip
  monthHref?: MonthHref
}) {
  const words = useWhyWords(slip)
  const mayOpen = useMayOpen()
  const { kind, label } = input.source
  // what is owed for a closed month opens the payslip of that month
  const closed = kind === 'arrears' ? /^\d{4}-\d{2}/.exec(label)?.[0] : undefined
  const path = (closed && monthHref?.(closed)) ?? input.source.path
  const said = [words.sourceWords(kind), label.replaceAll('..', ' – ')]
    .filter((part) => part && part !== words.nameOf(input.name))
    .join(' · ')
  const text = isAlone ? said : `${said}: ${words.number(input.value)}`
  if (!path || !mayOpen(path)) return <p className="text-sm text-muted">{text}</p>
  return (
    <Link href={path}>
      <span className="inline-flex min-h-8 items-center gap-1 touch:min-h-control">
        {text}
        <Icon as={ChevronRight} />
      </span>
    </Link>
  )
}
