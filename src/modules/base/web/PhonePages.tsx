import ChevronRight from 'lucide-react/icons/chevron-right'
import { Link } from 'react-aria-components/Link'
import { Card } from '#ui/Card'
import { Icon } from '#ui/Icon'
import { useMenu } from '#web/menu'

/** The pages of the phone that are no tabs. */
export function PhonePages() {
  const { menu, tabs } = useMenu()
  const isTab = (href: string) => tabs.some((tab) => tab.href === href)
  return menu.map((section) => {
    const items = section.items.filter((item) => !isTab(item.href))
    if (items.length === 0) return null
    return (
      <Card key={section.title} title={section.title} isFlush>
        <ul className="divide-y divide-line">
          {items.map((item) => (
            <li key={item.id}>
              <Link
                href={item.href}
                className="flex min-h-12 items-center gap-3 px-4 text-text no-underline -outline-offset-2 data-pressed:bg-hover"
              >
                <Icon as={item.icon} size={20} className="text-muted" />
                <span className="min-w-0 flex-1">{item.title}</span>
                <Icon as={ChevronRight} className="text-faint" />
              </Link>
            </li>
          ))}
        </ul>
      </Card>
    )
  })
}
