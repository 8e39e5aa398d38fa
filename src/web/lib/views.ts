import { routes } from '#contract/base'
import type { FilterState, ViewKeeper } from '#ui/FilterBar'
import { useCommand, useRead } from './query.ts'

/** Views of a list kept on the server: one's own, and those others share. `screen` is `module.screen`. */
export function useSavedViews(screen: string, state: FilterState): ViewKeeper {
  const { data } = useRead(routes.listSavedViews, { screen })
  const save = useCommand(routes.saveView, {})
  const remove = useCommand(routes.deleteSavedView, {})
  return {
    views: data?.rows ?? nothing,
    mayShare: data?.mayShare ?? false,
    save: (name, isShared) => save.run({ screen, name, isShared, state: plain(state) }),
    remove: (viewId) => remove.run({ viewId }),
  }
}

const nothing: ViewKeeper['views'] = []

/** The same, as the route takes it: lists that may be written to. */
function plain({ search, values }: FilterState) {
  return {
    search,
    values: Object.fromEntries(
      Object.entries(values).map(([id, value]) => [
        id,
        'from' in value ? { from: value.from, until: value.until } : [...value],
      ]),
    ),
  }
}
