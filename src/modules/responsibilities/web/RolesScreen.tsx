import { useState } from 'react'
import { RadioGroup } from '#ui/Radio'
import { Button } from '#ui/Button'
import { Dialog } from '#ui/Dialog'
import { Empty } from '#ui/Empty'
import { SearchField } from '#ui/SearchField'
import { Switch } from '#ui/Switch'
import { TreeSelect } from '#ui/TreeSelect'
import { Await } from '#web/await'
import { useSearch } from '#web/links'
import { Page, usePhone } from '#web/page'
import { useCommand, useRead } from '#web/query'
import { useWords } from '#web/words'
import { routes, type Raci } from '../contract.ts'
import { AsOf } from './parts/AsOf.tsx'
import { RoleDialog } from './roles/RoleDialog.tsx'
import { RoleGrid, type RoleTarget } from './roles/RoleGrid.tsx'
import { RoleList } from './roles/RoleList.tsx'
import { useUnitTree } from './use-places.ts'

/** Who holds what in a unit and below it: responsibilities against positions or units, with the letters of RACI. */
export default function RolesScreen() {
  const t = useWords('responsibilities')
  const isPhone = usePhone()
  const [search, setSearch] = useSearch({ unit: '', by: 'position', day: '', q: '', alarms: '' })
  const nodes = useUnitTree(search.day)
  const unitId = search.unit || nodes[0]?.id || ''
  const asked = {
    unitId,
    by: search.by === 'unit' ? ('unit' as const) : ('position' as const),
    ...(search.day ? { day: search.day } : {}),
    ...(search.q ? { text: search.q } : {}),
    ...(search.alarms ? { onlyAlarms: 'true' } : {}),
  }
  const read = useRead(routes.readRoles, asked, { when: unitId !== '', keep: true })
  const [open, setOpen] = useState<RoleTarget | null>(null)
  const [taking, setTaking] = useState<{ target: RoleTarget; racis: Raci[]; text: string } | null>(null)
  const command = useCommand(routes.setRoles, { showsProblem: ({ code }) => code === taken })
  const set = (target: RoleTarget, racis: Raci[], takesOver = false) => {
    const holder = target.column.kind === 'unit' ? { unitId: target.column.id } : { positionId: target.column.id }
    command
      .ask({ responsibilityId: target.row.responsibilityId, ...holder, racis, takesOver })
      .catch((problem: { code: string; detail: string }) => {
        if (problem.code === taken) setTaking({ target, racis, text: problem.detail })
      })
  }
  const mayEdit = search.day === ''
  return (
    <Page
      title={t('menu.roles')}
      isFlush={!isPhone}
      marks={!isPhone && <AsOf day={search.day} onChange={(day) => setSearch({ day })} />}
    >
      <div className={isPhone ? 'flex flex-col gap-4' : 'flex h-full min-h-0 flex-col gap-3 px-5 pb-4'}>
        <div className="flex flex-wrap items-end gap-3">
          <div className="w-64 max-w-full">
            <TreeSelect
              label={t('fields.unit')}
              nodes={nodes}
              value={unitId || null}
              onChange={(unit) => setSearch({ unit: unit ?? '' })}
            />
          </div>
          <RadioGroup
            label={t('roles.by')}
            look="segments"
            options={(['position', 'unit'] as const).map((id) => ({ id, label: t(`holder.${id}`) }))}
            value={asked.by}
            onChange={(by) => setSearch({ by })}
          />
          <div className="w-56 max-w-full">
            <SearchField
              label={t('fields.text')}
              placeholder={t('list.search')}
              value={search.q}
              onChange={(q) => setSearch({ q })}
            />
          </div>
          <Switch value={search.alarms !== ''} onChange={(isOn) => setSearch({ alarms: isOn ? 'true' : '' })}>
            {t('roles.onlyAlarms')}
          </Switch>
        </div>
        {mayEdit && !isPhone && (
          <p className="text-sm text-muted">
            {t('roles.keys')} {asked.by === 'unit' && t('roles.outlined')}
          </p>
        )}
        <Await query={read} shape="table">
          {(chart) =>
            chart.rows.length === 0 || chart.columns.length === 0 ? (
              <Empty title={t('roles.empty')} description={t('roles.emptyHint')} />
            ) : isPhone ? (
              <RoleList chart={chart} mayEdit={mayEdit} onOpen={setOpen} />
            ) : (
              <RoleGrid chart={chart} mayEdit={mayEdit} onSet={set} onOpen={setOpen} />
            )
          }
        </Await>
      </div>
      {open && (
        <RoleDialog
          target={open}
          {...(isPhone && read.data ? { columns: read.data.columns } : {})}
          onSet={set}
          onClose={() => setOpen(null)}
        />
      )}
      {taking && (
        <Dialog
          isOpen
          kind="alert"
          size="sm"
          onOpenChange={(isOpen) => !isOpen && setTaking(null)}
          title={t('roles.takeTitle')}
          description={taking.text}
          footer={(close) => (
            <>
              <Button onPress={close}>{t('editor.cancel')}</Button>
              <Button
                variant="primary"
                onPress={() => {
                  set(taking.target, taking.racis, true)
                  close()
                }}
              >
                {t('roles.take')}
              </Button>
            </>
          )}
        />
      )}
    </Page>
  )
}

const taken = 'responsibilities.second-accountable'
