import type { Why, WhyLine as Line, WhySlip } from '../../rules/why.ts'
import { useWhyWords } from './use-why-words.ts'
import { WhyValue, type MonthHref } from './WhyValue.tsx'

/** A pay item: its formula in words, with figures, and each value that went in. */
export function WhyItem({
  why,
  slip,
  onOpen,
  monthHref,
}: {
  why: Extract<Why, { kind: 'item' }>
  slip: WhySlip
  onOpen: (line: Line) => void
  monthHref?: MonthHref
}) {
  const words = useWhyWords(slip)
  const values = Object.fromEntries(why.values.map(({ name, value }) => [name, value]))
  return (
    <>
      <section className="flex flex-col gap-2 rounded-lg bg-sunken px-4 py-3">
        <h4 className="text-sm text-muted">{words.t('why.formula')}</h4>
        <p className="font-medium break-words">{words.formula(why.formula)}</p>
        {why.values.length > 0 && (
          <>
            <h4 className="text-sm text-muted">{words.t('why.figures')}</h4>
            <p className="break-words tabular-nums">{words.figures(why.formula, values)}</p>
          </>
        )}
        {why.unrounded !== null && (
          <p className="text-sm text-muted">{words.t('why.unrounded', { value: words.number(why.unrounded) })}</p>
        )}
      </section>
      <section>
        <h4 className="mb-1 font-semibold">{words.t('why.values')}</h4>
        {why.values.length === 0 ? (
          <p className="text-muted">{words.t('why.none')}</p>
        ) : (
          <ul className="divide-y divide-line">
            {why.values.map((value) => (
              <WhyValue
                key={value.name}
                value={value}
                slip={slip}
                onOpen={onOpen}
                {...(monthHref ? { monthHref } : {})}
              />
            ))}
          </ul>
        )}
      </section>
    </>
  )
}
