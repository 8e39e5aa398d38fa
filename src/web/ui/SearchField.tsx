import { Button } from 'react-aria-components/Button'
import { Group } from 'react-aria-components/Group'
import { Input } from 'react-aria-components/Input'
import { SearchField as RacSearchField } from 'react-aria-components/SearchField'
import Search from 'lucide-react/icons/search'
import X from 'lucide-react/icons/x'
import { fieldClass } from './Field.tsx'
import { Icon } from './Icon.tsx'
import { useKitWords } from './kit-words.tsx'

export type SearchFieldProps = {
  /** Read out; drawn as the placeholder unless one is given. */
  label: string
  placeholder?: string
  value?: string
  defaultValue?: string
  onChange?: (value: string) => void
  /** On Enter. */
  onSubmit?: (value: string) => void
  autoFocus?: boolean
  className?: string
}

export function SearchField({ label, placeholder, className, ...rest }: SearchFieldProps) {
  const words = useKitWords()
  return (
    <RacSearchField {...rest} aria-label={label} className={fieldClass(className)}>
      {({ isEmpty }) => (
        <Group className="kit-frame">
          <Icon as={Search} className="-mr-1 ml-2.5 text-faint" />
          <Input placeholder={placeholder ?? label} className="kit-input" />
          {!isEmpty && (
            <Button
              aria-label={words('clear')}
              className="mr-1 flex size-6 items-center justify-center rounded-sm text-faint data-hovered:bg-hover data-hovered:text-text touch:size-control"
            >
              <Icon as={X} size={14} />
            </Button>
          )}
        </Group>
      )}
    </RacSearchField>
  )
}
