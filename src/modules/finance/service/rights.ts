import type { Context } from '#kernel/context'
import { forbidden } from '#kernel/problems'

/** Vouchers, bank and tax files show what people earn, down to a single one: only who may read everybody's pay sees them. */
export function needWholePay(ctx: Context): void {
  if (!ctx.may('payroll.read', {})) throw forbidden({ permission: 'payroll.read' })
}

/** Checks a write on what belongs to an employer that the asker sees already. */
export function need(ctx: Context, permission: string, unitId: string): void {
  if (!ctx.may(permission, { unitId })) throw forbidden({ permission })
}
