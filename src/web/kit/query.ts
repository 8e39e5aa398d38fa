import type { Language } from './say.tsx'

export type KitState = { lang: Language; theme: 'light' | 'dark'; density: 'compact' | 'touch'; group: string }

/** Language, colours, density and group stand in the address, so that a test or a link can ask for any of them. */
export function readState(groups: readonly string[]): KitState {
  const query = new URLSearchParams(location.search)
  const group = query.get('group') ?? ''
  return {
    lang: query.get('lang') === 'en' ? 'en' : 'zh-CN',
    theme: query.get('theme') === 'dark' ? 'dark' : 'light',
    density:
      (query.get('density') ?? (matchMedia('(max-width: 40rem)').matches ? 'touch' : '')) === 'touch'
        ? 'touch'
        : 'compact',
    group: groups.includes(group) ? group : (groups[0] ?? ''),
  }
}

export function writeState(state: KitState) {
  history.replaceState(null, '', `?${new URLSearchParams(state).toString()}`)
  apply(state)
}

/** Before the first paint of a part, because some parts read the density of the page. */
export function apply(state: KitState) {
  const root = document.documentElement
  root.lang = state.lang
  root.dataset['theme'] = state.theme
  root.dataset['density'] = state.density
}
