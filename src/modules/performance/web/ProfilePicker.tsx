import { routes } from '#contract/profiles'
import { Select, type SelectProps } from '#ui/Select'
import { useRead } from '#web/query'
import { useLocal } from '#web/words'

/** Chooses a job profile. */
export function ProfilePicker(field: Omit<SelectProps, 'options'>) {
  const local = useLocal()
  const profiles = useRead(routes.listProfiles, {})
  return (
    <Select {...field} options={(profiles.data?.items ?? []).map((one) => ({ id: one.id, label: local(one.name) }))} />
  )
}
