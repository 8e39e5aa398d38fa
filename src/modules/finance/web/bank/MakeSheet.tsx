import { useState } from 'react'
import { Button } from '#ui/Button'
import { Checkbox } from '#ui/Checkbox'
import { Facts } from '#ui/Facts'
import { RadioGroup } from '#ui/Radio'
import { Select } from '#ui/Select'
import { Sheet } from '#ui/Sheet'
import { TextField } from '#ui/TextField'
import { Await, ProblemNote } from '#web/await'
import { useFormat } from '#web/format'
import { usePhone } from '#web/page'
import { useCommand, useRead } from '#web/query'
import { useLocal, useWords } from '#web/words'
import { routes, type BankCheck, type BookedRun } from '../../contract.ts'
import { FaultList } from './FaultList.tsx'

/** Checks a run's payments and makes the file. */
export function MakeSheet({ run, onClose }: { run: BookedRun; onClose: () => void }) {
  const t = useWords('finance')
  const local = useLocal()
  const isPhone = usePhone()
  const templates = useRead(routes.listBankTemplates, {})
  const [template, setTemplate] = useState<string | null>(null)
  const [again, setAgain] = useState<'rest' | 'all'>('rest')
  const [reason, setReason] = useState('')
  const [leaveOut, setLeaveOut] = useState(false)
  const [accept, setAccept] = useState(false)
  const check = useRead(routes.checkBankFile, { runId: run.id, again })
  const make = useCommand(routes.makeBankFile, {
    done: ({ rows }) => t('bank.made', { count: rows }),
    onDone: onClose,
    showsProblem: () => true,
  })
  const chosen = template ?? templates.data?.[0]?.code ?? null
  const blocked = check.data?.faults.some(({ isBlocking }) => isBlocking) ?? false
  const doubtful = check.data?.faults.some(({ isBlocking }) => !isBlocking) ?? false
  const isReady =
    check.data !== undefined &&
    chosen !== null &&
    (!blocked || leaveOut) &&
    (!doubtful || accept) &&
    check.data.people > 0
  return (
    <Sheet
      title={t('bank.makeTitle', { run: `${run.period} ${local(run.groupName)}` })}
      isOpen
      size="lg"
      side={isPhone ? 'bottom' : 'right'}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      footer={
        <Button
          variant="primary"
          isDisabled={!isReady}
          isPending={make.isRunning}
          onPress={() => chosen && make.run({ runId: run.id, template: chosen, again, reason, leaveOut, accept })}
        >
          {t('bank.make')}
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        <Select
          label={t('bank.template')}
          options={(templates.data ?? []).map(({ code, name }) => ({ id: code, label: local(name) }))}
          value={chosen}
          onChange={setTemplate}
        />
        {run.bankFiles > 0 && (
          <RadioGroup
            label={t('bank.again')}
            value={again}
            onChange={(value) => setAgain(value === 'all' ? 'all' : 'rest')}
            options={[
              { id: 'rest', label: t('bank.rest'), note: t('bank.restNote') },
              { id: 'all', label: t('bank.everybody'), note: t('bank.everybodyNote') },
            ]}
          />
        )}
        {again === 'all' && <TextField label={t('vouchers.reason')} isRequired value={reason} onChange={setReason} />}
        <Await query={check} shape="lines">
          {(found) => (
            <>
              <Sums check={found} />
              <FaultList faults={found.faults} />
            </>
          )}
        </Await>
        {blocked && (
          <Checkbox value={leaveOut} onChange={setLeaveOut}>
            {t('bank.leaveOut')}
          </Checkbox>
        )}
        {doubtful && (
          <Checkbox value={accept} onChange={setAccept}>
            {t('bank.accept')}
          </Checkbox>
        )}
        {make.problem && <ProblemNote problem={make.problem} />}
      </div>
    </Sheet>
  )
}

function Sums({ check }: { check: BankCheck }) {
  const t = useWords('finance')
  const format = useFormat()
  return (
    <Facts
      columns={2}
      items={[
        {
          label: t('bank.toPay'),
          value: `${format.money(check.totalFen)} · ${t('vouchers.people', { count: check.people })}`,
        },
        { label: t('bank.netOfRun'), value: format.money(check.netFen) },
        {
          label: t('bank.heldBack'),
          value: `${format.money(check.heldFen)} · ${t('vouchers.people', { count: check.held })}`,
        },
        { label: t('bank.alreadySent'), value: format.money(check.sentFen) },
        { label: t('bank.zero'), value: t('vouchers.people', { count: check.zero }) },
      ]}
    />
  )
}
