import { Collection } from 'react-aria-components/Collection'
import { Header } from 'react-aria-components/Header'
import { ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components/ListBox'
import Check from 'lucide-react/icons/check'
import { Icon } from './Icon.tsx'
import { useKitWords } from './kit-words.tsx'
import { grouped, type Option } from './options.ts'

/** The list inside Select and ComboBox popovers. */
export function OptionList({ options, isLoading = false }: { options: readonly Option[]; isLoading?: boolean }) {
  const words = useKitWords()
  const groups = grouped(options)
  return (
    <ListBox
      className="max-h-72 overflow-auto p-1 outline-none"
      renderEmptyState={() => (
        <p className="px-3 py-4 text-center text-sm text-muted">{words(isLoading ? 'loading' : 'noMatch')}</p>
      )}
    >
      {groups.length === 1 && groups[0]?.[0] === ''
        ? options.map((option) => <OptionItem key={option.id} option={option} />)
        : groups.map(([group, members]) => (
            <ListBoxSection key={group} id={`group:${group}`} aria-label={group || undefined}>
              {group && <Header className="px-2 pt-2 pb-1 text-xs font-medium text-muted">{group}</Header>}
              <Collection items={members}>{(option) => <OptionItem option={option} />}</Collection>
            </ListBoxSection>
          ))}
    </ListBox>
  )
}

function OptionItem({ option }: { option: Option }) {
  return (
    <ListBoxItem
      id={option.id}
      textValue={option.label}
      isDisabled={option.isDisabled}
      className="kit-item group/option"
    >
      {option.icon && <Icon as={option.icon} className="text-muted" />}
      <span className="min-w-0 flex-1 truncate">{option.label}</span>
      {option.note && <span className="shrink-0 text-xs font-normal text-muted">{option.note}</span>}
      <Icon as={Check} className="invisible text-primary-text group-data-selected/option:visible" />
    </ListBoxItem>
  )
}
