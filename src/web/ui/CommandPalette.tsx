import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { KeyboardEvent as ReactKeyboardEvent } from 'react'
import { Autocomplete } from 'react-aria-components/Autocomplete'
import { Dialog } from 'react-aria-components/Dialog'
import { Header } from 'react-aria-components/Header'
import { Input } from 'react-aria-components/Input'
import { ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components/ListBox'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { SearchField } from 'react-aria-components/SearchField'
import Search from 'lucide-react/icons/search'
import { Icon } from './Icon.tsx'
import { useKitWords } from './kit-words.tsx'
import { usePaletteSearch } from './palette/palette-search.ts'
import type { PaletteGroup, PaletteItem, PaletteSource } from './palette/palette-search.ts'
import { Spinner } from './Spinner.tsx'

export type { PaletteItem, PaletteSource } from './palette/palette-search.ts'

export type CommandPaletteProps = {
  /** Keep them stable: a new array asks all sources again. */
  sources: readonly PaletteSource[]
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  /** Called before an item opens: to follow `href` by the router. Without it the browser goes there. */
  onNavigate?: (href: string) => void
}

/** Find anything: Ctrl+K or Cmd+K from everywhere, arrows, Enter. */
export function CommandPalette({ sources, isOpen, onOpenChange, onNavigate }: CommandPaletteProps) {
  const words = useKitWords()
  useOpeningKey(() => onOpenChange(!isOpen))
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable
      className="kit-scrim fixed inset-0 z-50 flex items-start justify-center bg-scrim p-3 sm:pt-[12vh]"
    >
      <Modal className="kit-dialog w-full max-w-xl">
        <Dialog
          aria-label={words('palette.label')}
          className="flex max-h-[min(32rem,calc(100vh-1.5rem))] flex-col overflow-hidden rounded-xl bg-raised text-text shadow-dialog outline-none"
        >
          <Panel
            sources={sources}
            onOpen={(item) => {
              onOpenChange(false)
              item.onOpen?.()
              if (!item.href) return
              if (onNavigate) onNavigate(item.href)
              else location.assign(item.href)
            }}
          />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function useOpeningKey(toggle: () => void) {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey) || event.shiftKey || event.altKey) return
    event.preventDefault()
    toggle()
  })
  useEffect(() => {
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
}

function Panel({ sources, onOpen }: { sources: readonly PaletteSource[]; onOpen: (item: PaletteItem) => void }) {
  const words = useKitWords()
  const [text, setText] = useState('')
  const query = text.trim()
  const { groups, isWaiting } = usePaletteSearch(sources, query)
  const open = (key: string) => {
    const item = groups.flatMap((group) => group.items.filter((one) => keyOf(group, one) === key))[0]
    if (item) onOpen(item)
  }
  const isEmpty = groups.every((group) => group.items.length === 0)
  const wish = useEnterBeforeAnswers(isWaiting, () => {
    const first = groups.flatMap(({ items }) => items)[0]
    if (query && first) onOpen(first)
  })
  return (
    <div className="contents" onKeyDownCapture={wish}>
      <Autocomplete inputValue={text} onInputChange={setText}>
        <SearchField
          aria-label={words('palette.label')}
          autoFocus
          className="flex h-13 shrink-0 items-center gap-3 border-b border-line px-4"
        >
          <Icon as={Search} size={18} className="text-faint" />
          <Input
            role="combobox"
            aria-expanded={groups.length > 0}
            placeholder={words('palette.placeholder')}
            className="min-w-0 flex-1 bg-transparent text-md outline-none"
          />
          {isWaiting && <Spinner />}
        </SearchField>
        <ListBox
          aria-label={words('palette.label')}
          items={groups}
          selectionMode="none"
          onAction={(key) => open(String(key))}
          className="min-h-0 flex-1 overflow-auto p-1.5 outline-none"
          renderEmptyState={() => (
            <p className="px-4 py-10 text-center text-muted">
              {query ? (isWaiting ? words('loading') : words('palette.none', { query })) : words('palette.start')}
            </p>
          )}
        >
          {(group) => <Group id={group.source.id} group={group} />}
        </ListBox>
      </Autocomplete>
      <p aria-live="polite" className="sr-only">
        {!isWaiting && query && isEmpty ? words('palette.none', { query }) : ''}
      </p>
      {groups.some((group) => group.hasFailed) && (
        <p role="status" className="border-t border-line px-4 py-2 text-sm text-amber-text">
          {groups
            .flatMap((group) => (group.hasFailed ? [words('palette.failed', { group: group.source.title })] : []))
            .join(' ')}
        </p>
      )}
      <p aria-hidden="true" className="flex gap-4 border-t border-line px-4 py-2 text-xs text-muted touch:hidden">
        <Hint keys="↑ ↓">{words('palette.move')}</Hint>
        <Hint keys="Enter">{words('palette.open')}</Hint>
        <Hint keys="Esc">{words('palette.close')}</Hint>
      </p>
    </div>
  )
}

/** Who types and presses Enter without a pause means what was typed, not what an earlier answer still shows. */
function useEnterBeforeAnswers(isWaiting: boolean, openFirst: () => void) {
  const isWished = useRef(false)
  const answer = useEffectEvent(openFirst)
  useEffect(() => {
    if (isWaiting || !isWished.current) return
    isWished.current = false
    answer()
  }, [isWaiting])
  return (event: ReactKeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    isWished.current = false
    if (event.key !== 'Enter') return
    const isLost = !document.activeElement?.getAttribute('aria-activedescendant')
    if (!isWaiting && !isLost) return
    event.preventDefault()
    event.stopPropagation()
    if (isWaiting) isWished.current = true
    else openFirst()
  }
}

const keyOf = (group: PaletteGroup, item: PaletteItem) => `${group.source.id}/${item.id}`

function Group({ group, id }: { group: PaletteGroup; id: string }) {
  return (
    <ListBoxSection id={id}>
      <Header className="px-2 pt-2 pb-1 text-xs font-medium text-muted">{group.source.title}</Header>
      {group.items.map((item) => {
        const icon = item.icon ?? group.source.icon
        return (
          <ListBoxItem
            key={item.id}
            id={keyOf(group, item)}
            textValue={item.title}
            className="kit-item gap-3 data-focused:bg-selected"
          >
            {icon && <Icon as={icon} className="text-muted" />}
            <span className="min-w-0 truncate">{item.title}</span>
            {item.note && <span className="min-w-0 flex-1 truncate text-sm text-muted">{item.note}</span>}
            {item.shortcut && <kbd className="ml-auto font-sans text-xs text-faint">{item.shortcut}</kbd>}
          </ListBoxItem>
        )
      })}
    </ListBoxSection>
  )
}

function Hint({ keys, children }: { keys: string; children: string }) {
  return (
    <span className="flex items-center gap-1.5">
      <kbd className="rounded-sm border border-line-strong bg-sunken px-1 font-sans text-2xs">{keys}</kbd>
      {children}
    </span>
  )
}
