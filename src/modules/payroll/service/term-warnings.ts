import { fenText } from '#core/payroll'
import type { Day } from '#core/calendar'
import type { Context } from '#kernel/context'
import { say } from '#kernel/i18n'
import type { PayGroup } from '../contract/groups.ts'
import type { Warning } from '../contract/shapes.ts'
import { closedMonths, type TermContent } from '../store/terms.ts'
import { jurisdictionsFor } from './jurisdictions.ts'

type Concerned = { readonly personId: string; readonly from: Day; readonly group: PayGroup }

/** What somebody who changes terms should know: a wage below the minimum, data that is missing, months already closed. */
export async function termWarnings(
  ctx: Context,
  { wageFen, ...term }: Pick<TermContent, 'wageFen' | 'city'>,
  { personId, from, group }: Concerned,
): Promise<Warning[]> {
  const found: Warning[] = []
  const warn = (code: string, facts: Record<string, unknown> = {}) =>
    found.push({ code, text: say(ctx.language, `payroll.warnings.${code}`, facts) })
  const city = term.city ?? group.city
  if (group.jurisdiction === 'cn') {
    const law = await jurisdictionsFor(ctx, from)
    const minimum = city === null ? undefined : law.minimumWage(city, from)
    if (city === null) warn('no-city')
    else if (!Object.hasOwn(law.china.cities, city)) warn('city-unknown', { city })
    if (minimum !== undefined && wageFen < minimum)
      warn('below-minimum-wage', {
        city,
        minimum: fenText(minimum),
        wage: fenText(wageFen),
        missing: fenText(minimum - wageFen),
      })
  }
  const closed = await closedMonths(ctx, personId, from)
  if (closed.length > 0) warn('closed-months', { months: closed.join('、'), count: closed.length })
  return found
}
