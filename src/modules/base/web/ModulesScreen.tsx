import { useState } from 'react'
import { Button } from '#ui/Button'
import { Card } from '#ui/Card'
import { Dialog } from '#ui/Dialog'
import { Switch } from '#ui/Switch'
import { Tag } from '#ui/Tag'
import { Await } from '#web/await'
import { Page } from '#web/page'
import { useCommand, useRead } from '#web/query'
import { refreshSession } from '#web/session'
import { useWords, type Say } from '#web/words'
import { routes, type ModuleState } from '../contract.ts'

/** What the company uses; switching off keeps all data. */
export default function ModulesScreen() {
  const t = useWords('base')
  const modules = useRead(routes.listModules, {})
  const [asked, setAsked] = useState<ModuleState | null>(null)
  const flip = useCommand(routes.switchModule, {
    done: (_output, { module, isOn }) =>
      t(isOn ? 'screens.modules.nowOn' : 'screens.modules.nowOff', { name: nameOf(t, module) }),
    undo: (_output, { module, isOn }, run) => run({ module, isOn: !isOn }),
    onDone: () => void refreshSession(),
  })
  const change = (module: ModuleState) =>
    module.isOn ? setAsked(module) : flip.run({ module: module.name, isOn: true })
  return (
    <Page title={t('menu.modules')} description={t('screens.modules.why')}>
      <Await query={modules} shape="cards">
        {(rows) => (
          <ul className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
            {rows.map((module) => (
              <li key={module.name}>
                <ModuleCard
                  module={module}
                  isBusy={flip.input?.module === module.name}
                  onChange={() => change(module)}
                />
              </li>
            ))}
          </ul>
        )}
      </Await>
      <Dialog
        kind="alert"
        size="sm"
        title={t('screens.modules.offTitle', { name: nameOf(t, asked?.name ?? '') })}
        description={t('screens.modules.offWhy')}
        isOpen={asked !== null}
        onOpenChange={(isOpen) => !isOpen && setAsked(null)}
        footer={
          <>
            <Button onPress={() => setAsked(null)}>{t('screens.cancel')}</Button>
            <Button
              variant="danger"
              onPress={() => {
                if (asked) flip.run({ module: asked.name, isOn: false })
                setAsked(null)
              }}
            >
              {t('screens.modules.off')}
            </Button>
          </>
        }
      />
    </Page>
  )
}

type ModuleCardProps = { module: ModuleState; isBusy: boolean; onChange: () => void }

function ModuleCard({ module, isBusy, onChange }: ModuleCardProps) {
  const t = useWords('base')
  const names = (modules: readonly string[]) => modules.map((name) => nameOf(t, name)).join(t('comma'))
  const isHeld = module.isOn ? module.blockedBy.length > 0 : module.missing.length > 0
  return (
    <Card
      className="h-full"
      title={nameOf(t, module.name)}
      actions={
        module.isMandatory ? (
          <Tag tone="blue">{t('screens.modules.mandatory')}</Tag>
        ) : (
          <Switch
            aria-label={nameOf(t, module.name)}
            value={module.isOn}
            isDisabled={isHeld || isBusy}
            onChange={onChange}
          />
        )
      }
    >
      <p className="text-muted">{t(`modules.${module.name}.description`)}</p>
      {module.requires.length > 0 && (
        <p className="mt-2 text-sm text-muted">{t('screens.modules.requires', { names: names(module.requires) })}</p>
      )}
      {!module.isMandatory && isHeld && (
        <p className="mt-2 text-sm text-amber-text">
          {module.isOn
            ? t('screens.modules.held', { names: names(module.blockedBy) })
            : t('screens.modules.lacks', { names: names(module.missing) })}
        </p>
      )}
    </Card>
  )
}

function nameOf(t: Say, module: string): string {
  return module ? t(`modules.${module}.name`) : ''
}
