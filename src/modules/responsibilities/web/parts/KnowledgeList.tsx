import BookOpen from 'lucide-react/icons/book-open'
import CircleHelp from 'lucide-react/icons/circle-question-mark'
import FileText from 'lucide-react/icons/file-text'
import { Icon } from '#ui/Icon'
import { Link } from '#web/links'
import { useLocal, useWords } from '#web/words'
import type { Knowledge } from '../../contract.ts'
import { Nothing } from './Nothing.tsx'

/** Procedures, templates and answered questions; a text opens in place, a link leads on. */
export function KnowledgeList({ knowledge }: { knowledge: readonly Knowledge[] }) {
  const t = useWords('responsibilities')
  const local = useLocal()
  if (knowledge.length === 0) return <Nothing>{t('page.nothing')}</Nothing>
  return (
    <ul className="flex flex-col gap-1.5">
      {knowledge.map((item) => (
        <li key={`${local(item.title)} ${item.link ?? ''}`} className="flex gap-2">
          <Icon as={icons[item.kind]} className="mt-0.5 text-faint" />
          <div className="min-w-0 flex-1">
            <span className="sr-only">{t(`knowledgeKind.${item.kind}`)}: </span>
            {item.body ? (
              <details>
                <summary className="cursor-pointer text-primary-text">{local(item.title)}</summary>
                <p className="mt-1 whitespace-pre-wrap text-sm text-muted">{local(item.body)}</p>
                {item.link && <Knot link={item.link}>{item.link}</Knot>}
              </details>
            ) : item.link ? (
              <Knot link={item.link}>{local(item.title)}</Knot>
            ) : (
              local(item.title)
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}

function Knot({ link, children }: { link: string; children: string }) {
  const isOutside = link.startsWith('http')
  return (
    <Link href={link} isExternal={isOutside}>
      {children}
    </Link>
  )
}

const icons = { procedure: BookOpen, template: FileText, question: CircleHelp }
