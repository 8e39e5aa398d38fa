import Archive from 'lucide-react/icons/archive'
import Copy from 'lucide-react/icons/copy'
import Download from 'lucide-react/icons/download'
import Ellipsis from 'lucide-react/icons/ellipsis'
import Pencil from 'lucide-react/icons/pencil'
import Plus from 'lucide-react/icons/plus'
import Trash from 'lucide-react/icons/trash-2'
import { Avatar } from '../ui/Avatar.tsx'
import { Badge } from '../ui/Badge.tsx'
import { Button, LinkButton } from '../ui/Button.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { Link } from '../ui/Link.tsx'
import { Menu } from '../ui/Menu.tsx'
import { Status } from '../ui/Status.tsx'
import { Tag } from '../ui/Tag.tsx'
import type { Tone } from '../ui/tones.ts'
import { Case, Row, useSay } from './say.tsx'

const variants = ['primary', 'secondary', 'soft', 'quiet', 'danger', 'danger-quiet'] as const
const tones: readonly Tone[] = ['gray', 'blue', 'green', 'amber', 'red', 'sky', 'violet', 'teal']

export function ActionGroup() {
  const say = useSay()
  const titles = [
    say('提交', 'Submit'),
    say('编辑', 'Edit'),
    say('试算', 'Try'),
    say('取消', 'Cancel'),
    say('停用', 'Disable'),
    say('删除', 'Delete'),
  ]
  return (
    <>
      <Case name={say('按钮', 'Buttons')}>
        <Row>
          {variants.map((variant, at) => (
            <Button key={variant} variant={variant}>
              {titles[at]}
            </Button>
          ))}
        </Row>
        <Row>
          {variants.map((variant, at) => (
            <Button key={variant} variant={variant} isDisabled>
              {titles[at]}
            </Button>
          ))}
        </Row>
        <Row>
          <Button size="sm" icon={Plus}>
            {say('小', 'Small')}
          </Button>
          <Button icon={Plus}>{say('中', 'Medium')}</Button>
          <Button size="lg" icon={Plus} variant="primary">
            {say('大', 'Large')}
          </Button>
          <Button variant="primary" isPending>
            {say('正在保存', 'Saving')}
          </Button>
          <LinkButton href="#" icon={Download}>
            {say('下载模板', 'Template')}
          </LinkButton>
        </Row>
        <Row>
          <IconButton icon={Pencil} label={say('编辑', 'Edit')} shortcut="E" />
          <IconButton icon={Copy} label={say('复制', 'Copy')} variant="secondary" />
          <IconButton icon={Trash} label={say('删除', 'Delete')} variant="danger-quiet" />
          <IconButton icon={Plus} label={say('新增', 'Add')} variant="primary" size="lg" />
          <IconButton icon={Copy} label={say('不可用', 'Disabled')} isDisabled />
        </Row>
      </Case>
      <Case name={say('菜单', 'Menu')}>
        <Row>
          <Menu
            label={say('更多操作', 'More actions')}
            groups={[
              {
                items: [
                  { id: 'edit', title: say('编辑', 'Edit'), icon: Pencil, shortcut: 'E' },
                  {
                    id: 'copy',
                    title: say('复制为新版本', 'Copy as a new version'),
                    note: say('生效日期需重新选择', 'Takes a new start day'),
                    icon: Copy,
                  },
                  { id: 'archive', title: say('归档', 'Archive'), icon: Archive, isDisabled: true },
                ],
              },
              { items: [{ id: 'delete', title: say('删除', 'Delete'), icon: Trash, isDanger: true }] },
            ]}
          >
            <Button iconAfter={Ellipsis}>{say('更多', 'More')}</Button>
          </Menu>
        </Row>
      </Case>
      <Case name={say('链接', 'Links')}>
        <p>
          <Link href="#">{say('查看职责', 'See the duty')}</Link>
          {' · '}
          <Link href="#" isQuiet>
            {say('王芳', 'Wang Fang')}
          </Link>
          {' · '}
          <Link href="https://example.com" isExternal>
            {say('税务局公告', 'Tax office notice')}
          </Link>
        </p>
      </Case>
      <Case name={say('标签与状态', 'Tags and states')}>
        <Row>
          {tones.map((tone) => (
            <Tag key={tone} tone={tone}>
              {say('岗位', 'Position')}
            </Tag>
          ))}
        </Row>
        <Row>
          <Tag tone="blue" isOutlined>
            {say('草稿', 'Draft')}
          </Tag>
          <Tag tone="green" onRemove={() => undefined}>
            {say('可移除', 'Removable')}
          </Tag>
        </Row>
        <Row>
          {(['green', 'amber', 'red', 'gray'] as const).map((color) => (
            <Status key={color} color={color} figure="63%" />
          ))}
          <Status color="amber" look="soft">
            {say('快到期', 'Due soon')}
          </Status>
          <Status color="red" look="shape" />
        </Row>
      </Case>
      <Case name={say('头像与计数', 'Avatars and counts')}>
        <Row>
          {(['xs', 'sm', 'md', 'lg', 'xl'] as const).map((size) => (
            <Avatar key={size} name={say('王芳', 'Wang Fang')} size={size} />
          ))}
          <Avatar name={say('宏达', 'Hongda')} isSquare />
          <Badge count={3} label={say('3 条未读', '3 unread')} />
          <Badge count={120} look="quiet" />
          <Badge count={8} look="brand" />
        </Row>
      </Case>
    </>
  )
}
