import { useState } from 'react'
import X from 'lucide-react/icons/x'
import { routes as library } from '#contract/responsibilities'
import { FormSheet } from '#screens/organisation'
import { ComboBox } from '#ui/ComboBox'
import { IconButton } from '#ui/IconButton'
import { useRouteForm } from '#web/form'
import { useRead } from '#web/query'
import { useLocal, useWords } from '#web/words'
import { routes, type Goal } from '../contract.ts'

/** Which responsibilities serve a goal. */
export function ServeSheet({ goal, onClose }: { goal: Goal; onClose: () => void }) {
  const t = useWords('goals')
  const local = useLocal()
  const [text, setText] = useState('')
  const [names, setNames] = useState(
    () => new Map(goal.responsibilities.map((one) => [one.responsibilityId, local(one.name)])),
  )
  const found = useRead(library.listResponsibilities, { limit: 30, ...(text ? { text } : {}) }, { keep: true })
  const form = useRouteForm(routes.serveGoal, {
    start: { goalId: goal.id, responsibilityIds: goal.responsibilities.map((one) => one.responsibilityId) },
    done: t('form.saved'),
    onDone: onClose,
  })
  const chosen = form.values.responsibilityIds ?? []
  const items = (found.data?.items ?? []).filter((item) => !chosen.includes(item.id))
  return (
    <FormSheet
      title={t('form.responsibilities')}
      description={local(goal.name)}
      deed={t('form.save')}
      form={form}
      onClose={onClose}
    >
      <ComboBox
        label={t('form.search')}
        value={null}
        options={items.map((item) => ({ id: item.id, label: local(item.name), note: local(item.unitName) }))}
        onSearch={setText}
        isLoading={found.isFetching}
        onChange={(id) => {
          const item = items.find((one) => one.id === id)
          if (!item) return
          setNames(new Map([...names, [item.id, local(item.name)]]))
          form.set('responsibilityIds', [...chosen, item.id])
        }}
      />
      <ul className="flex flex-col gap-1.5">
        {chosen.map((id) => (
          <li key={id} className="flex items-center justify-between gap-2 rounded-md border border-line px-3 py-1">
            {names.get(id)}
            <IconButton
              icon={X}
              label={`${t('page.delete')}: ${names.get(id)}`}
              onPress={() =>
                form.set(
                  'responsibilityIds',
                  chosen.filter((one) => one !== id),
                )
              }
            />
          </li>
        ))}
      </ul>
    </FormSheet>
  )
}
