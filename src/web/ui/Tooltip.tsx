import { useEffect, useLayoutEffect, useRef, useState, type ReactElement, type RefObject } from 'react'
import { createPortal } from 'react-dom'

export type TooltipProps = {
  text: string
  shortcut?: string
  placement?: 'top' | 'bottom' | 'left' | 'right'
  isDisabled?: boolean
  /** One element that can be focused and already says `text` to screen readers by its own label. */
  children: ReactElement
}

/**
 * Shows a label to mouse and keyboard. Never the only place of a fact: touch has no hover.
 * Own and small, because the library's overlay positioning would weigh down the first page of the phone.
 */
export function Tooltip({ text, shortcut, placement = 'bottom', isDisabled, children }: TooltipProps) {
  const anchor = useRef<HTMLSpanElement>(null)
  const timer = useRef(0)
  const [isOpen, setOpen] = useState(false)
  const plan = (open: boolean, afterMs: number) => {
    window.clearTimeout(timer.current)
    timer.current = window.setTimeout(() => setOpen(open), afterMs)
  }
  useEffect(() => () => window.clearTimeout(timer.current), [])
  return (
    <span
      ref={anchor}
      className="contents"
      onPointerEnter={(event) => event.pointerType === 'mouse' && plan(true, 450)}
      onPointerLeave={() => plan(false, 80)}
      onPointerDown={() => plan(false, 0)}
      onFocus={(event) => event.target.matches(':focus-visible') && plan(true, 0)}
      onBlur={() => plan(false, 0)}
      onKeyDown={(event) => event.key === 'Escape' && plan(false, 0)}
    >
      {children}
      {isOpen &&
        !isDisabled &&
        createPortal(<Tip anchor={anchor} text={text} shortcut={shortcut} placement={placement} />, document.body)}
    </span>
  )
}

type TipProps = {
  anchor: RefObject<HTMLElement | null>
  text: string
  shortcut?: string
  placement: 'top' | 'bottom' | 'left' | 'right'
}

function Tip({ anchor, text, shortcut, placement }: TipProps) {
  const tip = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const target = anchor.current?.firstElementChild?.getBoundingClientRect()
    if (!target || !tip.current) return
    const { width, height } = tip.current.getBoundingClientRect()
    const across = {
      left: target.left + target.width / 2 - width / 2,
      top: target.top + target.height / 2 - height / 2,
    }
    const below = target.bottom + height + 14 <= window.innerHeight
    const at = {
      bottom: { left: across.left, top: below ? target.bottom + 6 : target.top - height - 6 },
      top: { left: across.left, top: target.top >= height + 14 ? target.top - height - 6 : target.bottom + 6 },
      right: { left: target.right + 6, top: across.top },
      left: { left: target.left - width - 6, top: across.top },
    }[placement]
    tip.current.style.left = `${Math.max(8, Math.min(at.left, window.innerWidth - width - 8))}px`
    tip.current.style.top = `${at.top}px`
  }, [anchor, placement])
  return (
    <div
      ref={tip}
      aria-hidden="true"
      className="kit-tip fixed z-70 max-w-72 rounded-md bg-inverse px-2 py-1 text-xs text-on-inverse shadow-popover"
    >
      {text}
      {shortcut && (
        <kbd className="ml-2 rounded-xs border border-current px-1 font-sans text-2xs opacity-70">{shortcut}</kbd>
      )}
    </div>
  )
}
