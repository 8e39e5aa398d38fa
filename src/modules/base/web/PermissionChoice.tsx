import { CheckboxGroup } from '#ui/Checkbox'
import { Await } from '#web/await'
import { useRead } from '#web/query'
import { sayIn, useWords } from '#web/words'
import { routes } from '../contract.ts'

type PermissionChoiceProps = {
  label: string
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
  errorMessage?: string
}

/** Permissions by module; those of accounts and system are for people only. */
export function PermissionChoice({ label, chosen, onChange, errorMessage }: PermissionChoiceProps) {
  const t = useWords('base')
  const permissions = useRead(routes.listPermissions, {})
  return (
    <fieldset>
      <legend className="mb-1 font-medium">{label}</legend>
      {errorMessage && (
        <p role="alert" className="mb-2 text-sm text-red-text">
          {errorMessage}
        </p>
      )}
      <Await query={permissions} shape="lines">
        {(modules) => (
          <div className="flex flex-col gap-4">
            {modules
              .filter((each) => each.isOn && each.module !== 'base' && each.permissions.length > 0)
              .map(({ module, permissions: mine }) => (
                <CheckboxGroup
                  key={module}
                  label={t(`modules.${module}.name`)}
                  options={mine.map((id) => ({ id, label: permissionName(id) }))}
                  value={chosen.filter((id) => mine.includes(id))}
                  onChange={(ids) => onChange([...chosen.filter((id) => !mine.includes(id)), ...ids])}
                />
              ))}
          </div>
        )}
      </Await>
    </fieldset>
  )
}

/** `tasks.do` in words. */
export function permissionName(permission: string): string {
  const dot = permission.indexOf('.')
  return sayIn(permission.slice(0, dot))(`permissions.${permission.slice(dot + 1)}`)
}
