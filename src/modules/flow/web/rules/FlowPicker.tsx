import { ComboBox } from '#ui/ComboBox'
import { useRead } from '#web/query'
import { useLocal } from '#web/words'
import { routes } from '../../contract.ts'

type Props = {
  label: string
  value: string | null
  onChange: (flowId: string | null) => void
  description?: string
  errorMessage?: string | undefined
  isRequired?: boolean
  isDisabled?: boolean
}

/** Chooses a flow by its name. */
export function FlowPicker(props: Props) {
  const local = useLocal()
  const flows = useRead(routes.listFlows, {})
  return (
    <ComboBox
      {...props}
      isLoading={flows.isFetching}
      options={(flows.data?.rows ?? []).map((flow) => ({
        id: flow.id,
        label: local(flow.name),
        alsoFoundBy: flow.key,
      }))}
    />
  )
}
