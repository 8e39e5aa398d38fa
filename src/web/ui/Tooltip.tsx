import type { ReactElement } from 'react'
import { Tooltip as RacTooltip, TooltipTrigger } from 'react-aria-components/Tooltip'

export type TooltipProps = {
  text: string
  shortcut?: string
  placement?: 'top' | 'bottom' | 'left' | 'right'
  isDisabled?: boolean
  /** One kit Button, Link or IconButton; plain elements need `Focusable` of the library around them. */
  children: ReactElement
}

/** A hint for mouse and keyboard. Never the only place of a fact: touch has no hover. */
export function Tooltip({ text, shortcut, placement = 'bottom', isDisabled, children }: TooltipProps) {
  return (
    <TooltipTrigger delay={450} closeDelay={80} isDisabled={isDisabled}>
      {children}
      <RacTooltip
        offset={6}
        placement={placement}
        className="kit-popover max-w-72 !rounded-md !bg-inverse px-2 py-1 !text-xs !text-on-inverse"
      >
        {text}
        {shortcut && (
          <kbd className="ml-2 rounded-xs border border-current px-1 font-sans text-2xs opacity-70">{shortcut}</kbd>
        )}
      </RacTooltip>
    </TooltipTrigger>
  )
}
