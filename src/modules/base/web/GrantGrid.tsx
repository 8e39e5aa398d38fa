import { useState } from 'react'
import { Button } from '#ui/Button'
import { Card } from '#ui/Card'
import { Tag } from '#ui/Tag'
import { Await } from '#web/await'
import { useCommand, useRead } from '#web/query'
import { refreshSession } from '#web/session'
import { useWords } from '#web/words'
import { routes, scopes, type PersonAccess, type Role } from '../contract.ts'
import { AccessChanges } from './AccessChanges.tsx'
import { cellOf, choiceOf, sameGrants, withChoice } from './grants.ts'
import { permissionName } from './PermissionChoice.tsx'

const choices = ['none', ...scopes, 'deny'] as const

/** Each permission a line, each reach a column: one look says how far a role goes. */
export function GrantGrid({ role, onGone }: { role: Role; onGone: () => void }) {
  const t = useWords('base')
  const permissions = useRead(routes.listPermissions, {})
  const [grants, setGrants] = useState(role.grants)
  const isChanged = !sameGrants(grants, role.grants)
  const save = useCommand(routes.updateRole, { done: t('screens.saved'), onDone: () => void refreshSession() })
  const [told, tell] = useState<{ grants: typeof grants; people: readonly PersonAccess[] }>()
  const preview = useCommand(routes.previewRole, {
    onDone: ({ people }, asked) => tell({ grants: (asked.grants ?? []) as typeof grants, people }),
  })
  const remove = useCommand(routes.deleteRole, { done: t('screens.roles.gone'), onDone: onGone })
  const titles = choices.map((choice) =>
    choice === 'none' || choice === 'deny' ? t(`screens.roles.${choice}`) : t(`scopes.${choice}`),
  )
  return (
    <Card
      className="w-full min-w-0 flex-1"
      isFlush
      title={role.name ?? t(`roles.${role.key}`)}
      description={role.mayChange ? undefined : t('screens.roles.locked')}
      actions={
        <>
          {!role.isPreset && role.holders === 0 && (
            <Button variant="danger-quiet" onPress={() => remove.run({ roleId: role.id })}>
              {t('screens.roles.remove')}
            </Button>
          )}
          {isChanged && role.mayChange && (
            <Button isPending={preview.isRunning} onPress={() => preview.run({ roleId: role.id, grants })}>
              {t('screens.access.ask')}
            </Button>
          )}
          {isChanged && <Button onPress={() => setGrants(role.grants)}>{t('screens.cancel')}</Button>}
          <Button
            variant="primary"
            isDisabled={!isChanged || !role.mayChange}
            isPending={save.isRunning}
            onPress={() => save.run({ roleId: role.id, version: role.version, grants })}
          >
            {t('screens.save')}
          </Button>
        </>
      }
    >
      {told && isChanged && sameGrants(told.grants, grants) && (
        <div className="border-b border-line px-4 py-3" role="status">
          <AccessChanges people={told.people} />
        </div>
      )}
      <Await query={permissions}>
        {(modules) => (
          <div className="overflow-x-auto">
            <table className="w-full border-collapse text-left">
              <thead className="bg-sunken text-sm text-muted">
                <tr>
                  <th scope="col" className="px-4 py-2 font-medium">
                    {t('screens.roles.permission')}
                  </th>
                  {titles.map((title) => (
                    <th key={title} scope="col" className="px-2 py-2 text-center font-medium whitespace-nowrap">
                      {title}
                    </th>
                  ))}
                </tr>
              </thead>
              {modules.map(({ module, isOn, permissions: mine }) => (
                <tbody key={module} className="border-t border-line">
                  <tr>
                    <th
                      scope="rowgroup"
                      colSpan={choices.length + 1}
                      className="bg-canvas px-4 py-1.5 text-sm font-semibold"
                    >
                      {t(`modules.${module}.name`)} {!isOn && <Tag>{t('screens.roles.moduleOff')}</Tag>}
                    </th>
                  </tr>
                  {mine.map((permission) => (
                    <tr key={permission} className="border-t border-line hover:bg-hover">
                      <th scope="row" className="px-4 py-1.5 font-normal">
                        {permissionName(permission)}
                        <code className="ml-2 text-xs text-faint">{permission}</code>
                      </th>
                      {choices.map((choice, index) => (
                        <td key={choice} className="p-0 text-center">
                          <label className="flex min-h-control items-center justify-center px-2">
                            <input
                              type="radio"
                              name={`${role.id} ${permission}`}
                              aria-label={`${permissionName(permission)}: ${titles[index] ?? ''}`}
                              checked={choiceOf(cellOf(grants, permission)) === choice}
                              disabled={!role.mayChange}
                              onChange={() => setGrants(withChoice(grants, permission, choice))}
                              className="size-4"
                            />
                          </label>
                        </td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              ))}
            </table>
          </div>
        )}
      </Await>
    </Card>
  )
}
