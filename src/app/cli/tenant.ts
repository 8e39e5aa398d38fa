import { createTenant, makeSetupLink } from '#modules/base'
import { withSession } from './session.ts'
import { fail, say } from './terminal.ts'

/** `remit tenant add SLUG NAME` */
export async function addTenant(args: string[]): Promise<void> {
  await withSession(args, async ({ house, words }) => {
    const [verb, slug, name] = words
    if (verb !== 'add' || !slug || !name) return fail('remit tenant add SLUG NAME')
    const tenantId = await createTenant(house, { slug, name, language: 'zh-CN' })
    say(`${name}: first administrator (once, within 30 minutes): ${await makeSetupLink(house, tenantId)}`)
  })
}
