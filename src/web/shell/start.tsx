import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode, useEffect, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { RouterProvider as Links } from 'react-aria-components'
import { KitProvider } from '#ui/kit-words'
import { useSession } from '#web/session'
import { switchLanguage, useLanguage } from '#web/words'
import { AddressProvider, go, startAddress } from '../lib/address.ts'
import { knowModules, onSignedOut, queryClient } from '../lib/cache.ts'
import { firstLanguage, isLanguage } from '../lib/language.ts'
import { knowProduct, type Binder, type KnownModule } from '../lib/screens.ts'
import { refreshSession, startSession } from '../lib/session.ts'
import { startWords } from '../lib/words.ts'
import { startLive } from './live.ts'
import { PasswordHost } from './PasswordHost.tsx'
import { Unreached } from './Unreached.tsx'

export type AppParts = { modules: readonly KnownModule[]; load: Binder; Frame: () => ReactNode; basepath: '/' | '/m' }

/** Reads words and session, then draws the product in the frame of the desk or the phone. */
export async function startApp({ modules, load, Frame, basepath }: AppParts): Promise<void> {
  startAddress(basepath)
  knowProduct(modules, load)
  knowModules(relationsOf(modules))
  onSignedOut(() => void refreshSession())
  const place = createRoot(document.getElementById('root') ?? document.body)
  const asked = new URLSearchParams(location.search).get('lang')
  const first = isLanguage(asked) ? asked : firstLanguage()
  const [, session] = await Promise.allSettled([startWords(first), startSession()])
  if (session.status === 'rejected') return place.render(<Unreached />)
  const chosen = session.value.account?.language
  if (chosen && !asked && isLanguage(chosen) && chosen !== first) await switchLanguage(chosen)
  const prefix = basepath === '/' ? '' : basepath
  place.render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <Language>
          <Links
            useHref={(href) => (href.startsWith('/') && !isAnswer(href) ? `${prefix}${href}` : href)}
            navigate={(href) => (isAnswer(href) ? location.assign(href) : go(href))}
          >
            <Live />
            <PasswordHost />
            <AddressProvider>
              <Frame />
            </AddressProvider>
          </Links>
        </Language>
      </QueryClientProvider>
    </StrictMode>,
  )
}

/** A file or document of the server, not a page. */
function isAnswer(href: string): boolean {
  return href.startsWith('/api/') && href !== '/api/docs'
}

function Language({ children }: { children: ReactNode }) {
  return <KitProvider language={useLanguage()}>{children}</KitProvider>
}

function Live() {
  const accountId = useSession().account?.id
  useEffect(() => {
    if (!accountId) return undefined
    const stopLive = startLive()
    // Its store is needed after the first page only.
    let stopPost = () => {}
    let isOver = false
    void import('../lib/outbox/post.ts').then(({ startPost }) => {
      if (!isOver) stopPost = startPost(accountId)
    })
    return () => {
      isOver = true
      stopLive()
      stopPost()
    }
  }, [accountId])
  return null
}

/** A module built upon another shows rows of it, so it is read again when that one changes; all are built upon `base`. */
function relationsOf(modules: readonly KnownModule[]) {
  const builtUpon = new Map<string, string[]>()
  const ownerOf = new Map<string, string>()
  for (const module of modules) {
    for (const path of module.paths) ownerOf.set(path, module.name)
    for (const below of module.requires) {
      if (below !== 'base') builtUpon.set(below, [...(builtUpon.get(below) ?? []), module.name])
    }
  }
  return { builtUpon, ownerOf }
}
