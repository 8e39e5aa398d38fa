import { createContext, useContext, useEffect, type ComponentType, type ReactNode } from 'react'
import { useAddress } from './address.ts'
import { useFocusOnArrival } from './focus.ts'
import { useSession } from './session.ts'

export type PageProps = {
  /** The only h1 of the page, and the window's title. */
  title: string
  /** Beside the title on the desk, under it on the phone: state, count, effective day. */
  marks?: ReactNode
  description?: ReactNode
  /** Where the arrow leads, for pages below another: `hrefTo(…)`. */
  backHref?: string
  breadcrumb?: ReactNode
  /** Buttons at the top right, the main one last. On the phone only icon buttons fit. */
  actions?: ReactNode
  /** The one big button at the bottom of the phone; the desk draws it behind `actions`. */
  mainAction?: ReactNode
  /** Fills the frame to its edges, without padding or scroll of its own: boards, grids, diagrams. */
  isFlush?: boolean
  /** Before signing in: as wide as a document instead of a small card. */
  isWide?: boolean
  children: ReactNode
}

export type PageFrame = { isPhone: boolean; Frame: ComponentType<PageProps> }

export const PageFrameContext = createContext<PageFrame | null>(null)

/** What each screen returns: the same page in the frame of the desk or of the phone. */
export function Page(props: PageProps) {
  const frame = useContext(PageFrameContext)
  const tenant = useSession().tenant?.name
  useFocusOnArrival(useAddress().path)
  useEffect(() => {
    document.title = tenant ? `${props.title} · ${tenant}` : props.title
  }, [props.title, tenant])
  return frame ? <frame.Frame {...props} /> : props.children
}

/** True inside the phone's frame, for screens that draw rows as cards there. */
export function usePhone(): boolean {
  return useContext(PageFrameContext)?.isPhone ?? false
}
