import { useMemo, useState } from 'react'
import FileText from 'lucide-react/icons/file-text'
import User from 'lucide-react/icons/user'
import { Button } from '../ui/Button.tsx'
import { CommandPalette } from '../ui/CommandPalette.tsx'
import type { PaletteSource } from '../ui/CommandPalette.tsx'
import { samplePeople } from './people.ts'
import { Case, Row, useSay } from './say.tsx'
import type { Say } from './say.tsx'

export function PaletteGroup() {
  const say = useSay()
  const [isOpen, setOpen] = useState(false)
  const [opened, setOpened] = useState('')
  const sources = useMemo(() => sampleSources(say, setOpened), [say])
  return (
    <Case name={say('全局搜索（Ctrl + K）', 'Find anything (Ctrl + K)')}>
      <Row>
        <Button onPress={() => setOpen(true)}>{say('打开搜索', 'Open search')}</Button>
        <span aria-live="polite" data-opened={opened} className="text-muted">
          {opened}
        </span>
      </Row>
      <CommandPalette sources={sources} isOpen={isOpen} onOpenChange={setOpen} />
    </Case>
  )
}

function sampleSources(say: Say, open: (title: string) => void): PaletteSource[] {
  const people = samplePeople(400)
  const pages = [say('花名册', 'People'), say('组织与岗位', 'Organisation'), say('薪酬批次', 'Pay runs')]
  return [
    {
      id: 'pages',
      title: say('页面', 'Pages'),
      icon: FileText,
      search: (query) =>
        pages
          .filter((page) => page.includes(query))
          .map((page) => ({ id: page, title: page, onOpen: () => open(page) })),
    },
    {
      id: 'people',
      title: say('人员', 'People'),
      icon: User,
      search: async (query) => {
        await new Promise((go) => setTimeout(go, 40))
        const found =
          query === ''
            ? []
            : people.filter((one) => one.name.includes(query) || one.number.includes(query.toUpperCase()))
        return found.slice(0, 5).map((one) => ({
          id: one.id,
          title: one.name,
          note: `${one.number} · ${one.unit}`,
          onOpen: () => open(one.name),
        }))
      },
    },
    {
      id: 'flows',
      title: say('流程', 'Flows'),
      search: (query) => (query === 'x' ? Promise.reject(new Error('off')) : []),
    },
  ]
}
