import { createContext, useContext } from 'react'
import type { ReactNode } from 'react'

export type Language = 'zh-CN' | 'en'

export const LanguageContext = createContext<Language>('zh-CN')

/** The sample words of the kit page: Chinese first, English second. */
export type Say = (zh: string, en: string) => string

export function useSay(): Say {
  const language = useContext(LanguageContext)
  return language === 'zh-CN' ? inChinese : inEnglish
}

const inChinese: Say = (zh) => zh
const inEnglish: Say = (_zh, en) => en

/** One part or one state of it, with its name above. */
export function Case({ name, isWide, children }: { name: string; isWide?: boolean; children: ReactNode }) {
  return (
    <section className={`flex min-w-0 flex-col gap-3 ${isWide ? 'col-span-full' : ''}`} data-case={name}>
      <h3 className="text-sm font-medium text-muted">{name}</h3>
      <div className="flex min-w-0 flex-col items-stretch gap-3">{children}</div>
    </section>
  )
}

export function Row({ children }: { children: ReactNode }) {
  return <div className="flex min-w-0 flex-wrap items-center gap-3">{children}</div>
}

export function Card({ children, isFlush }: { children: ReactNode; isFlush?: boolean }) {
  return (
    <div className={`min-w-0 rounded-xl border border-line bg-surface shadow-card ${isFlush ? '' : 'p-4'}`}>
      {children}
    </div>
  )
}
