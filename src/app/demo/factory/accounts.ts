import { systemActor } from '#kernel/access'
import { inTenant } from '#kernel/transaction'
import { peopleByNumber } from '#modules/organisation'
import { demoPassword } from '../company.ts'
import { text } from '../draft-parts.ts'
import { severalAtOnce } from '../perform.ts'
import { workers, type Worker } from './people.ts'
import type { FactoryWorld } from './world.ts'

const offered = [
  ['F-GM', text('工厂总经理', 'General manager of the factory')],
  ['QA-HEAD', text('质量部经理', 'Head of quality')],
  ['MC-11-LEAD', text('机加工班组长（手机）', 'Machining team leader, on the phone')],
  ['SA-KEY', text('大客户经理（问奖金为何少了）', 'Key account manager, asks why the bonus fell')],
  ['HR-PAY', text('薪酬专员（发薪、核对）', 'Payroll officer')],
  ['FI-F-HEAD', text('财务经理（复核、发布）', 'Head of finance, approves pay')],
] as const
/** Who pays and who books: all others of the factory are employees alone. */
export const paymasters = ['HR-PAY', 'FI-F-HEAD'].map((position) => factoryLogin(position))

/** Who of the factory may be tried on the sign-in page, and as what. */
export const factoryAccounts = offered.map(([position, title]) => ({ login: factoryLogin(position), title }))

/** As whom the first on a position signs in. */
export function factoryLogin(position: string): string {
  const worker = workers.find((one) => one.position === position)
  if (!worker) throw new Error(`nobody sits on ${position}`)
  return loginOf(worker)
}

/** Heads, workshop managers and team leaders may sign in; who is offered on the sign-in page has the demo's password. */
export async function makeAccounts({ house, perform, tenantId, founder }: FactoryWorld): Promise<void> {
  const leaders = workers.filter(
    (worker) => /-(HEAD|LEAD)$/.test(worker.position) || factoryAccounts.some(({ login }) => login === loginOf(worker)),
  )
  const { people, logins } = await inTenant(house, tenantId, systemActor(), async (ctx) => ({
    people: await peopleByNumber(
      ctx,
      leaders.map(({ number }) => number),
    ),
    logins: new Set(
      (await ctx.db.selectFrom('account').select('login').where('tenant_id', '=', tenantId).execute()).map(
        ({ login }) => login,
      ),
    ),
  }))
  const roles = await perform<{ id: string; key: string }[]>(founder, 'base.listRoles', {})
  const roleOf = (wanted: string) => ({ roleId: roles.find(({ key }) => key === wanted)?.id, unitId: null })
  await severalAtOnce(leaders, async (worker) => {
    const login = loginOf(worker)
    if (logins.has(login)) return
    const { invitation } = await perform<{ invitation: { path: string } }>(founder, 'base.createAccount', {
      login,
      name: worker.name,
      personId: people.get(worker.number),
      roles: ['employee', ...(paymasters.includes(login) ? ['finance'] : [])].map(roleOf),
    })
    if (!factoryAccounts.some((account) => account.login === login)) return
    const token = invitation.path.slice(invitation.path.lastIndexOf('/') + 1)
    await perform('nobody', 'base.acceptInvitation', { token, password: demoPassword })
  })
}

export function loginOf({ latinName, number }: Worker): string {
  return `${latinName.toLowerCase().replace(' ', '.')}.${number.toLowerCase()}`
}
