import Mail from 'lucide-react/icons/mail'
import Phone from 'lucide-react/icons/phone'
import Users from 'lucide-react/icons/users'
import { Avatar } from '#ui/Avatar'
import { Card } from '#ui/Card'
import { Empty } from '#ui/Empty'
import { Icon, type IconShape } from '#ui/Icon'
import { Await } from '#web/await'
import { Link, useHref } from '#web/links'
import { Page } from '#web/page'
import { useRead } from '#web/query'
import { useLocal, useWords } from '#web/words'
import { routes, type Person } from '../contract.ts'
import { PersonName } from './PersonName.tsx'

/** The people who answer to me directly, over vacancies. */
export default function TeamScreen() {
  const t = useWords('organisation')
  const team = useRead(routes.readTeam, {})
  return (
    <Page
      title={t('menu.team')}
      marks={team.data && <span className="text-muted">{t('screens.team.count', { count: team.data.length })}</span>}
    >
      <Await
        query={team}
        shape="cards"
        empty={<Empty icon={Users} title={t('screens.team.none')} description={t('screens.team.noneWhy')} />}
      >
        {(people) => (
          <ul className="grid grid-cols-1 gap-3 sm:grid-cols-2 xl:grid-cols-3">
            {people.map((person) => (
              <li key={person.id}>
                <Member person={person} />
              </li>
            ))}
          </ul>
        )}
      </Await>
    </Page>
  )
}

function Member({ person }: { person: Person }) {
  const t = useWords('organisation')
  const local = useLocal()
  const figures = useHref()('indicators.personFigures', { personId: person.id })
  return (
    <Card>
      <div className="flex items-start gap-3">
        <Avatar name={person.name} />
        <div className="min-w-0 flex-1">
          <div className="flex flex-wrap items-baseline gap-x-2 text-md font-medium">
            <PersonName id={person.id} name={person.name} latinName={person.latinName} />
            <span className="text-sm font-normal text-muted">{person.number}</span>
          </div>
          <p className="truncate text-muted">
            {[local(person.positionTitle), local(person.unitName)].filter(Boolean).join(' · ')}
          </p>
          <p className="mt-1 flex flex-wrap gap-x-4 gap-y-1">
            {person.mobile && (
              <Link href={`tel:${person.mobile}`}>
                <Contact icon={Phone} text={person.mobile} />
              </Link>
            )}
            {person.email && (
              <Link href={`mailto:${person.email}`}>
                <Contact icon={Mail} text={person.email} />
              </Link>
            )}
            {figures && <Link href={figures}>{t('screens.team.figures')}</Link>}
          </p>
        </div>
      </div>
    </Card>
  )
}

function Contact({ icon, text }: { icon: IconShape; text: string }) {
  return (
    <span className="inline-flex items-center gap-1">
      <Icon as={icon} size={14} /> {text}
    </span>
  )
}
