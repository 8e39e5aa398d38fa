import { useRead } from '#web/query'
import { useWords } from '#web/words'
import { routes, type Role } from '../contract.ts'

/** The roles there are, and how each is called: preset ones by the words, own ones by their name. */
export function useRoleNames(): { roles: readonly Role[]; roleName: (roleId: string) => string } {
  const t = useWords('base')
  const { data: roles = [] } = useRead(routes.listRoles, {})
  return {
    roles,
    roleName: (roleId) => {
      const role = roles.find((each) => each.id === roleId)
      return role ? (role.name ?? t(`roles.${role.key}`)) : '—'
    },
  }
}
