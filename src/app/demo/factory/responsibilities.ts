import { systemActor } from '#kernel/access'
import { inTenant } from '#kernel/transaction'
import type { LocalText } from '#core/local-text'
import { count, duty, number, ratio, text, type Draft } from '../draft-parts.ts'
import { severalAtOnce } from '../perform.ts'
import type { FactoryResponsibility } from './duty-text.ts'
import { officeResponsibilities } from './office-duties.ts'
import { shopFloorResponsibilities } from './shop-floor-duties.ts'
import { factoryPositions } from './positions.ts'
import type { FactoryWorld } from './world.ts'

/** States what each department answers for and who holds it, as it stood before the re-organisations. */
export async function makeResponsibilities(world: FactoryWorld): Promise<void> {
  const known = await inTenant(world.house, world.tenantId, systemActor(), (ctx) =>
    ctx.db.selectFrom('responsibility').select('code').where('tenant_id', '=', world.tenantId).execute(),
  )
  const codes = new Set(known.map(({ code }) => code))
  const wanted = [...officeResponsibilities, ...shopFloorResponsibilities].filter(([code]) => !codes.has(code))
  await severalAtOnce(wanted, (responsibility) => make(world, responsibility), 3)
}

async function make(
  { perform, hr, unitIds, positionIds, firstDay }: FactoryWorld,
  [code, unit, accountable, responsible, name, purpose, activities]: FactoryResponsibility,
): Promise<void> {
  const { responsibilityId } = await perform<{ responsibilityId: string }>(
    hr,
    'responsibilities.createResponsibility',
    {
      code,
      unitId: unitIds.get(unit),
      from: firstDay,
      name: bothOf(name),
      purpose: bothOf(purpose),
      activities: activities.map(bothOf),
      ...measuredBy(code),
    },
  )
  const hold = (position: string, raci: string, weightPermille: number) =>
    perform(hr, 'responsibilities.assignResponsibility', {
      responsibilityId,
      positionId: positionIds.get(position),
      raci,
      weightPermille,
      from: firstDay,
    })
  await hold(accountable, 'accountable', 0)
  for (const [position, weightPermille] of Object.entries({ ...responsible, ...crewOf(code, unit) }))
    await hold(position, 'responsible', weightPermille)
}

/** Output is carried out by the team leaders of the department's workshops. */
function crewOf(code: string, unit: string): Record<string, number> {
  if (!code.endsWith('-OUTPUT')) return {}
  return Object.fromEntries(
    factoryPositions
      .filter((position) => position.isLead && new RegExp(`^${unit}-\\d\\d$`).test(position.unit))
      .map((position) => [position.code, 800]),
  )
}

function measuredBy(code: string): Pick<Draft, 'indicators' | 'duties'> {
  if (code.endsWith('-OUTPUT'))
    return {
      indicators: [
        ratio(
          'good-parts',
          text('一次合格率', 'Good at first pass'),
          0.98,
          600,
          { fact: 'parts-count', take: 'sum', of: 'good' },
          { fact: 'parts-count', take: 'sum', of: 'made' },
        ),
        count('output', text('产量', 'Output'), 12_000, 400, { fact: 'output', take: 'sum', of: 'pieces' }),
      ],
      duties: [
        duty(
          'parts-count',
          text('下班前上报产量', 'Hand in the parts count before the shift ends'),
          { every: 'shift', dueTime: '17:30' },
          [number('made', text('生产数量', 'Made')), number('good', text('合格数量', 'Of them good'))],
        ),
      ],
    }
  if (code.endsWith('-CHECK') || code === 'F-QA-IN')
    return {
      indicators: [
        ratio(
          'pass-rate',
          text('检验合格率', 'Inspection pass rate'),
          0.95,
          1000,
          { fact: 'inspection', take: 'sum', of: 'passed' },
          { fact: 'inspection', take: 'sum', of: 'inspected' },
        ),
      ],
    }
  if (code === 'F-PU-SOURCE')
    return {
      indicators: [
        count('saved', text('采购节约（元）', 'Saved in purchasing (yuan)'), 20_000, 1000, {
          fact: 'purchase-order',
          take: 'sum',
          of: 'saved',
        }),
      ],
    }
  if (code === 'F-SA-CARE')
    return {
      indicators: [
        ratio(
          'visits-kept',
          text('回访计划完成率', 'Planned visits kept'),
          1,
          1000,
          { fact: 'customer-visit', where: { result: 'done' } },
          { fact: 'customer-visit' },
        ),
      ],
    }
  if (code === 'F-SA-NEW')
    return {
      indicators: [count('new-customers', text('新客户', 'New customers'), 8, 1000, { fact: 'new-customer' })],
    }
  return {}
}

/** '质量 | Quality' in both languages. */
function bothOf(pair: string): LocalText {
  const [zh = '', en = ''] = pair.split(' | ')
  return text(zh, en)
}
