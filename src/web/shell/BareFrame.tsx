import type { ReactNode } from 'react'
import Languages from 'lucide-react/icons/languages'
import { IconButton } from '#ui/IconButton'
import { Mark } from '#ui/Mark'
import { Menu } from '#ui/Menu'
import { ToastHost } from '#ui/Toast'
import { chooseLanguage } from '#web/account'
import { usePhone, type PageProps } from '#web/page'
import { languages, useLanguage, useWords } from '#web/words'

/** The ground of pages without a menu, with the language at hand for who can't read it. */
export function BareFrame({ children }: { children: ReactNode }) {
  const language = useLanguage()
  const t = useWords('web')
  return (
    <div className="flex min-h-screen flex-col bg-canvas">
      <header className="flex items-center justify-between gap-3 px-5 py-4">
        <span className="flex items-center gap-2.5 font-semibold tracking-tight">
          <Mark size={28} />
          Remit
        </span>
        <Menu
          label={t('language')}
          placement="bottom end"
          groups={[
            {
              items: languages.map((each) => ({
                id: each.id,
                title: each.title,
                isChosen: each.id === language,
                onAction: () => chooseLanguage(each.id),
              })),
            },
          ]}
        >
          <IconButton icon={Languages} label={t('language')} />
        </Menu>
      </header>
      {children}
      <ToastHost />
    </div>
  )
}

export function BarePage({ title, description, isWide, children }: PageProps) {
  const isPhone = usePhone()
  if (isWide)
    return (
      <main id="main" tabIndex={-1} className="mx-auto w-full max-w-6xl flex-1 px-5 pb-10 outline-none">
        <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
        {description && <p className="mt-1 mb-4 text-muted">{description}</p>}
        {children}
      </main>
    )
  return (
    <main id="main" tabIndex={-1} className="flex flex-1 flex-col items-center px-5 pt-[6vh] pb-10 outline-none">
      <div
        className={
          isPhone ? 'w-full max-w-md' : 'w-full max-w-md rounded-xl border border-line bg-surface p-7 shadow-card'
        }
      >
        <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
        {description && <p className="mt-1 text-muted">{description}</p>}
        <div className="mt-5">{children}</div>
      </div>
    </main>
  )
}
