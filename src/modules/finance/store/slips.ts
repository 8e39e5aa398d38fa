import { sql } from 'kysely'
import type { Context } from '#kernel/context'

/** A line without its explanation, which is most of it: code, side, fen, rule. */
type ShortLine = readonly [
  code: string,
  side: 'earning' | 'employee' | 'employer' | 'information',
  fen: number,
  rule: string,
]

export type SlipOfRun = {
  readonly id: string
  readonly personId: string
  readonly personName: string
  readonly unitId: string | null
  readonly isHeld: boolean
  readonly netFen: number
  readonly receivableFen: number
  readonly recoveredFen: number
  readonly lines: readonly ShortLine[]
}

/** What a run paid, in the order of the staff numbers. Failed slips pay nothing and are not among them. */
export async function slipsOfRun(ctx: Context, runId: string): Promise<SlipOfRun[]> {
  const { rows } = await sql<SlipOfRun>`
    select s.id, s.person_id as "personId", p.name as "personName", s.unit_id as "unitId", s.state = 'held' as "isHeld",
      s.net_fen as "netFen", s.receivable_fen as "receivableFen", s.recovered_fen as "recoveredFen",
      coalesce((select jsonb_agg(jsonb_build_array(l->'code', l->'side', l->'fen', l->'reason'->'rule') order by at)
        from jsonb_array_elements(s.lines) with ordinality e(l, at)), '[]') as lines
    from pay_slip s join person p on p.tenant_id = s.tenant_id and p.id = s.person_id
    where s.tenant_id = ${ctx.tenantId} and s.run_id = ${runId} and s.state in ('published', 'held')
    order by p.number`.execute(ctx.db)
  return rows
}
