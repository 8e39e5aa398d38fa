import { useFormat } from '#web/format'
import { hrefTo, Link } from '#web/links'
import { useLocal, useWords } from '#web/words'
import type { Breach } from '../../../contract.ts'
import { manifest } from '../../../manifest.ts'
import { emphasis, Emphasised } from '../Emphasised.tsx'

/** One number outside of its limit: of which request, how far, since when, and who was told. */
export function BreachLine({ breach }: { breach: Breach }) {
  const t = useWords('flow')
  const f = useFormat()
  const local = useLocal()
  const { flow, fieldName, value, atLeast, atMost, byName, told, isMoney } = breach
  const text = (one: number) => (isMoney ? f.money(one) : f.number(one))
  const side = atMost !== null && value > atMost ? 'above' : atLeast !== null && value < atLeast ? 'below' : 'within'
  const bound = side === 'above' ? atMost : atLeast
  return (
    <li className="px-4 py-3">
      <p>
        <Emphasised
          text={t(`rules.breaches.${side}`, {
            field: local(fieldName),
            value: emphasis(text(value)),
            bound: bound === null ? '' : text(bound),
          })}
        />
      </p>
      <p className="mt-0.5 flex flex-wrap gap-x-2 gap-y-1 text-sm text-muted">
        <time dateTime={breach.at}>{f.dateTime(breach.at)}</time>
        <span>{local(flow.name)}</span>
        <Link href={hrefTo(manifest, 'request', { requestId: breach.requestId })}>{breach.number ?? breach.title}</Link>
        {byName && <span>{t('rules.breaches.by', { name: byName })}</span>}
        <span>
          {told.length === 0
            ? t('rules.breaches.toldNobody')
            : t('rules.breaches.told', { names: told.map((one) => one.name).join(t('inbox.comma')) })}
        </span>
      </p>
    </li>
  )
}
