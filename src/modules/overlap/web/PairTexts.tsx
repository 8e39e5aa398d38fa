import { useHref, Link } from '#web/links'
import { usePhone } from '#web/page'
import { useLanguage, useLocal, useWords } from '#web/words'
import type { Pair, Side } from '../contract.ts'
import { Highlighted } from './Highlighted.tsx'
import { saidIn } from './shared.ts'

/** The two texts beside each other, what they share marked, with whose they are. */
export function PairTexts({ pair, isStacked }: { pair: Pair; isStacked: boolean }) {
  const language = useLanguage()
  const { first, second, phrases } = saidIn(pair, language)
  return (
    <div className={isStacked ? 'grid gap-2' : 'grid grid-cols-2 gap-3'}>
      <Text side={pair.first} text={first} spans={phrases.map((phrase) => phrase.inA)} />
      <Text side={pair.second} text={second} spans={phrases.map((phrase) => phrase.inB)} />
    </div>
  )
}

type TextProps = { side: Side; text: string; spans: { from: number; until: number }[] }

function Text({ side, text, spans }: TextProps) {
  const t = useWords('overlap')
  const local = useLocal()
  const href = useHref()('responsibilities.responsibility', { responsibilityId: side.responsibility.id })
  const isPhone = usePhone()
  const name = local(side.responsibility.name)
  return (
    <div className="flex min-w-0 flex-col gap-1.5 rounded-md border border-line bg-sunken p-3">
      <p className="flex items-baseline justify-between gap-2 text-sm">
        <strong className="min-w-0 font-semibold">{local(side.unit.name)}</strong>
        <span className="shrink-0 text-xs text-muted">{t(`parts.${side.part}`)}</span>
      </p>
      <p className="text-base leading-relaxed">
        <Highlighted text={text} spans={spans} />
      </p>
      <div className="mt-auto pt-1 text-xs text-muted">
        {href && !isPhone ? (
          <Link href={href} isQuiet>
            {name}
          </Link>
        ) : (
          <p>{name}</p>
        )}
        <p>{side.owner ? t('owner', { owner: local(side.owner) }) : t('noOwner')}</p>
      </div>
    </div>
  )
}
