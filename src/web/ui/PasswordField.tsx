import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import Eye from 'lucide-react/icons/eye'
import EyeOff from 'lucide-react/icons/eye-off'
import { Icon } from './Icon.tsx'
import { useKitWords } from './kit-words.tsx'
import { TextField, type TextFieldProps } from './TextField.tsx'

/** A secret with an eye to look at what was typed. */
export function PasswordField(props: Omit<TextFieldProps, 'type' | 'suffix' | 'isClearable'>) {
  const [isShown, setShown] = useState(false)
  const words = useKitWords()
  const eye = (
    <Button
      slot={null}
      aria-label={words(isShown ? 'hide' : 'show')}
      onPress={() => setShown(!isShown)}
      className="-mr-1.5 flex size-7 items-center justify-center rounded-sm text-faint data-hovered:bg-hover data-hovered:text-text touch:-mr-2.5 touch:size-control"
    >
      <Icon as={isShown ? EyeOff : Eye} />
    </Button>
  )
  return <TextField autoComplete="current-password" {...props} type={isShown ? 'text' : 'password'} suffix={eye} />
}
