import Bell from 'lucide-react/icons/bell'
import ClipboardCheck from 'lucide-react/icons/clipboard-check'
import House from 'lucide-react/icons/house'
import Network from 'lucide-react/icons/network'
import Plus from 'lucide-react/icons/plus'
import User from 'lucide-react/icons/user'
import Users from 'lucide-react/icons/users'
import { Breadcrumb } from '../ui/Breadcrumb.tsx'
import { Button } from '../ui/Button.tsx'
import { DeskShell } from '../ui/DeskShell.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PhoneShell } from '../ui/PhoneShell.tsx'
import { Stat } from '../ui/Stat.tsx'
import { Tag } from '../ui/Tag.tsx'
import { useSay } from './say.tsx'

const nothing = () => undefined

export function DeskShellPage() {
  const say = useSay()
  return (
    <DeskShell
      tenant={say('宏达集团', 'Hongda Group')}
      path="/people"
      menu={[
        {
          items: [
            { id: 'today', title: say('今日', 'Today'), href: '/today', icon: House },
            { id: 'todo', title: say('待办', 'To do'), href: '/todo', icon: ClipboardCheck, count: 3 },
          ],
        },
        {
          title: say('人事', 'People'),
          items: [
            { id: 'org', title: say('组织与岗位', 'Organisation'), href: '/organisation', icon: Network },
            { id: 'people', title: say('花名册', 'People'), href: '/people', icon: Users },
          ],
        },
      ]}
      search={{ label: say('搜索人员、岗位、职责', 'Search people, positions, duties'), onOpen: nothing }}
      languages={[
        { id: 'zh-CN', title: '中文' },
        { id: 'en', title: 'English' },
      ]}
      language={say('zh-CN', 'en')}
      onLanguage={nothing}
      notifications={{ count: 5, onOpen: nothing }}
      user={{ name: say('王芳', 'Wang Fang'), note: say('质检员', 'Inspector') }}
      userMenu={[{ items: [{ id: 'out', title: say('退出', 'Sign out') }] }]}
    >
      <PageHeader
        title={say('花名册', 'People')}
        marks={<Tag>{say('369 人', '369')}</Tag>}
        description={say('所有在职与试用人员。', 'All people employed or on probation.')}
        breadcrumb={
          <Breadcrumb
            crumbs={[
              { id: 'p', title: say('人事', 'People'), href: '#' },
              { id: 'r', title: say('花名册', 'People') },
            ]}
          />
        }
        actions={
          <Button variant="primary" icon={Plus}>
            {say('新增员工', 'Add person')}
          </Button>
        }
      />
      <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
        <Stat label={say('在职', 'Employed')} value="331" />
        <Stat label={say('试用', 'Probation')} value="26" />
      </div>
    </DeskShell>
  )
}

export function PhoneShellPage() {
  const say = useSay()
  return (
    <PhoneShell
      title={say('今日', 'Today')}
      note={say('11-21 周六', 'Saturday, 11-21')}
      path="/m/today"
      actions={<IconButton icon={Bell} label={say('通知', 'Notifications')} />}
      tabs={[
        { id: 'today', title: say('今日', 'Today'), href: '/m/today', icon: House },
        { id: 'todo', title: say('待办', 'To do'), href: '/m/todo', icon: ClipboardCheck, count: 3 },
        { id: 'start', title: say('发起', 'Start'), href: '/m/start', icon: Plus },
        { id: 'me', title: say('我的', 'Me'), href: '/m/me', icon: User },
      ]}
      action={
        <Button variant="primary" size="lg" isBlock>
          {say('登记拜访', 'Record a visit')}
        </Button>
      }
    >
      <div className="grid grid-cols-2 gap-3">
        <Stat label={say('待办', 'To do')} value="3" />
        <Stat label={say('逾期', 'Overdue')} value="1" tone="red" />
      </div>
    </PhoneShell>
  )
}
