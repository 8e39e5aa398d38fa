import type { Context } from '#kernel/context'
import { tellEach } from '#modules/base'
import { publishedOf } from '../../store/slips.ts'

/** Everybody whose payslip a run has published hears that it is there; how much it is stands behind the password. */
export async function tellPaid(ctx: Context, { runId }: Record<string, unknown>): Promise<void> {
  const slips = await publishedOf(ctx, String(runId))
  await tellEach(
    ctx,
    slips.map(({ slipId, personId, period }) => ({
      personId,
      kind: 'payroll.payslip-there',
      facts: { period },
      link: `/my-payslips/${slipId}`,
      onceKey: `pay-slip/${slipId}`,
    })),
  )
}
