import { addMonths } from '#core/calendar'
import type { Context } from '#kernel/context'
import { masked } from '#kernel/sealed'
import { monthsHeld, sealContent } from '#modules/payroll'
import { accountOf } from './identity.ts'
import { specialAmounts, specialOf, type Paid } from './terms.ts'
import { accountHolder } from './problems.ts'

const contents = {
  children: { item: 'child-education' },
  parents: { item: 'elderly-support' },
  rent: { item: 'rent' },
  mortgage: { item: 'mortgage-interest' },
} as const
const plain = { count: 1, isHalf: false, isOnlyChild: true, shareFen: null, cityClass: 1 }
const banks = ['中国工商银行', '招商银行', '中国建设银行', '中国银行']

/** What everybody declared and HR's payroll approved: an account for the wage, and special deductions of the tax. */
export async function keepDeclarations(ctx: Context, people: readonly Paid[], decidedBy: string): Promise<void> {
  const rows = people.flatMap((person, at) => {
    const from = declaredFrom(person)
    const bank = banks[at % banks.length] ?? ''
    const number = accountOf(accountHolder(person.number))
    const account = { bank, branch: '', number, holder: person.name }
    return [
      { person, from, kind: 'bank-account', shown: `${bank} ${masked(number)}`, content: account },
      ...specialOf(person.number).of.map((one) => {
        const content = { ...plain, ...contents[one] }
        return { person, from, kind: 'special-deduction', shown: content.item, content }
      }),
    ].map(({ person: { personId }, content, from: valid_from, ...row }) => {
      const id = ctx.newId()
      return {
        ...row,
        tenant_id: ctx.tenantId,
        id,
        person_id: personId,
        valid_from,
        sealed: sealContent(ctx, id, content),
        state: 'approved',
        decided_by_id: decidedBy,
        decided_at: ctx.now,
        created_at: ctx.now,
      }
    })
  })
  await ctx.db.insertInto('declaration').values(rows).execute()
}

/** Special deductions of a tax year up to a payment, in fen, reckoned as the product does from what was declared. */
export function specialSoFar(person: Paid, paidOn: string): number {
  const months = monthsHeld({ from: declaredFrom(person), until: null }, paidOn, person.hiredOn)
  return specialOf(person.number).of.reduce((sum, one) => sum + months * specialAmounts[one] * 100, 0)
}

/** From long ago, or from the hire on. */
function declaredFrom({ hiredOn }: Paid): string {
  return addMonths(`${hiredOn.slice(0, 7)}-01`, 0)
}
