import { Button as Plain } from 'react-aria-components/Button'
import ArrowRight from 'lucide-react/icons/arrow-right'
import { Avatar } from '#ui/Avatar'
import { Icon } from '#ui/Icon'
import { Spinner } from '#ui/Spinner'
import { useCommand } from '#web/query'
import { changeSession, type Session } from '#web/session'
import { useWords } from '#web/words'
import { demoPassword, routes } from '../contract.ts'

/** The people of the demo company: one press signs in as one of them. */
export function DemoAccounts({ accounts }: { accounts: Session['demoAccounts'] }) {
  const t = useWords('base')
  const signIn = useCommand(routes.signIn, { onDone: () => void changeSession() })
  return (
    <section aria-labelledby="demo" className="mt-7">
      <h2 id="demo" className="font-semibold">
        {t('screens.signIn.demo')}
      </h2>
      <p className="mt-0.5 text-sm text-muted">{t('screens.signIn.demoHelp', { password: demoPassword })}</p>
      <ul className="mt-3 flex flex-col gap-2">
        {accounts.map(({ login, name, title }) => (
          <li key={login}>
            <Plain
              isDisabled={signIn.isRunning}
              onPress={() => signIn.run({ login, password: demoPassword })}
              className="flex min-h-13 w-full items-center gap-3 rounded-lg border border-line bg-surface px-3 py-2 text-left transition-colors data-hovered:border-primary-line data-hovered:bg-hover"
            >
              <Avatar name={name} />
              <span className="min-w-0 flex-1">
                <span className="block font-medium">{name}</span>
                <span className="block text-sm text-muted">{title}</span>
              </span>
              {signIn.input?.login === login ? <Spinner /> : <Icon as={ArrowRight} className="text-faint" />}
            </Plain>
          </li>
        ))}
      </ul>
    </section>
  )
}
