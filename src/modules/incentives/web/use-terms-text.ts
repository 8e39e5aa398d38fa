import type { Basis, PlanTerms, Rule } from '#core/incentive'
import { routes as indicators } from '#contract/indicators'
import { useFormat } from '#web/format'
import { useRead } from '#web/query'
import { useMay } from '#web/session'
import { useLocal, useWords } from '#web/words'
import type { PayStep } from '../contract.ts'

/** Terms, steps and values of plans as sentences of the reader. */
export function useTermsText() {
  const t = useWords('incentives')
  const local = useLocal()
  const format = useFormat()
  const may = useMay()
  const words = useRead(indicators.readSources, {}, { when: may('indicators.read') }).data?.words
  const number = (milli: number) => format.number(milli / 1000)
  const percent = (millionths: number) => `${format.number(millionths / 10_000)}%`
  const kind = (key: string) => local(words?.kinds[key]) || key
  const field = (fact: string, key: string) => local(words?.fields[`${fact}.${key}`]) || key
  const choice = (fact: string, key: string, one: string) => local(words?.choices[`${fact}.${key}.${one}`]) || one
  const each = (one: { eachFen?: number | undefined; millionths?: number | undefined }) =>
    one.millionths === undefined
      ? t('text.each', { money: format.money(one.eachFen ?? 0) })
      : t('text.share', { percent: percent(one.millionths) })

  function basis(one: Basis): string {
    if (one.kind === 'indicator') return t('text.indicator', { key: one.key })
    const filters = one.where
      .map(({ dimension, is, not }) =>
        t(not ? 'text.isNot' : 'text.is', {
          field: field(one.fact, dimension),
          values: is.map((chosen) => choice(one.fact, dimension, chosen)).join(t('text.comma')),
        }),
      )
      .join(' · ')
    const what = t(`text.take.${one.take}`, { kind: kind(one.fact), field: one.of ? field(one.fact, one.of) : '' })
    return filters ? t('text.filtered', { what, filters }) : what
  }

  function rule(one: Rule): string {
    switch (one.kind) {
      case 'piece':
        return each({ eachFen: one.fen })
      case 'percent':
        return each({ millionths: one.millionths })
      case 'tiers':
        return t(`text.tiers.${one.mode}`, {
          steps: one.steps
            .map(({ from, fen, millionths }) =>
              t('text.step', {
                from: number(from),
                pays: one.mode === 'flat' ? format.money(fen ?? 0) : each({ eachFen: fen, millionths }),
              }),
            )
            .join(t('text.join')),
        })
      case 'target':
        return t(one.isProportional ? 'text.targetPart' : 'text.targetWhole', {
          target: number(one.target),
          threshold: number(one.threshold),
          money: format.money(one.fen),
          most: format.percent(one.mostPermille),
        })
      case 'pool':
        return t(`text.pool.${one.divide}`, { pays: each({ eachFen: one.fen, millionths: one.millionths }) })
    }
  }

  function step(one: PayStep): string {
    return t(`steps.${one.kind}`, {
      value: number(one.milli),
      pays: each(one),
      from: number(one.fromMilli ?? 0),
      until: one.untilMilli === undefined ? '∞' : number(one.untilMilli),
      target: number(one.targetMilli ?? 0),
      permille: format.percent(one.permille ?? 0),
    })
  }

  /** 12 times, ¥3,400.00, 4.6. */
  function value(milli: number, terms: PlanTerms | null): string {
    const take = terms?.basis.kind === 'facts' ? terms.basis.take : 'indicator'
    return t(`value.${take}`, { value: number(milli), count: milli / 1000 })
  }

  return { basis, rule, step, value, kind, field, choice, number, words }
}
