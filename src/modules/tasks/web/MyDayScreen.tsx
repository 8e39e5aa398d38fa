import { useState } from 'react'
import CircleCheckBig from 'lucide-react/icons/circle-check-big'
import Plus from 'lucide-react/icons/plus'
import { Button } from '#ui/Button'
import { Card } from '#ui/Card'
import { Empty } from '#ui/Empty'
import { IconButton } from '#ui/IconButton'
import { Await } from '#web/await'
import { useFormat } from '#web/format'
import { later } from '#web/later'
import { Page, usePhone } from '#web/page'
import { useRead } from '#web/query'
import { useMay, useSession } from '#web/session'
import { useWords } from '#web/words'
import type { MyDay, ToDo } from '../contract.ts'
import { dayRoutes as routes } from '../contract/day.ts'
import { MyDayAside } from './MyDayAside.tsx'
import { TaskLine } from './TaskLine.tsx'
import { WaitingList } from './Waiting.tsx'

const GiveTask = later(async () => (await import('./GiveTask.tsx')).GiveTask)
const AskedOfMe = later(async () => (await import('./AskedOfMe.tsx')).AskedOfMe)
const HandInSheet = later(async () => (await import('./HandInSheet.tsx')).HandInSheet)

/** What I have to do: late, today, running longer, done. */
export default function MyDayScreen() {
  const t = useWords('tasks')
  const f = useFormat()
  const may = useMay()
  const isPhone = usePhone()
  const { account, tenant } = useSession()
  const [isGiving, setGiving] = useState(false)
  const day = useRead(routes.readMyDay, {})
  const canGive = account?.personId && may('tasks.assign')
  const give = isPhone ? (
    <IconButton icon={Plus} label={t('give.own')} onPress={() => setGiving(true)} />
  ) : (
    <Button icon={Plus} onPress={() => setGiving(true)}>
      {t('give.own')}
    </Button>
  )
  return (
    <Page
      title={t('menu.myDay')}
      marks={<span className="text-muted">{tenant ? f.shortDay(tenant.today) : ''}</span>}
      actions={canGive && give}
    >
      <Await query={day} shape="table" count={6}>
        {(value) => <Day day={value} />}
      </Await>
      {isGiving && <GiveTask personId={account?.personId ?? ''} onClose={() => setGiving(false)} />}
    </Page>
  )
}

function Day({ day }: { day: MyDay }) {
  const t = useWords('tasks')
  const { account } = useSession()
  const [taskId, setTaskId] = useState<string | null>(null)
  const open = [...day.late, ...day.today, ...day.later]
  const chosen = open.find((task) => task.id === taskId)
  const first = day.late[0] ?? day.today[0]
  const isEmpty = open.length + day.doneToday.length === 0
  return (
    <div className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_19rem] lg:items-start">
      <div className="flex min-w-0 flex-col gap-4">
        <WaitingList onMend={setTaskId} />
        {account?.personId && <AskedOfMe />}
        {isEmpty && (
          <Card>
            <Empty
              icon={CircleCheckBig}
              title={t('day.empty')}
              description={t(account?.personId ? 'day.emptyNote' : 'day.noPerson')}
            />
          </Card>
        )}
        <Section name="late" tasks={day.late} first={first} onHandIn={setTaskId} />
        <Section name="today" tasks={day.today} first={first} onHandIn={setTaskId} />
        <Section name="later" tasks={day.later} first={first} onHandIn={setTaskId} />
        {day.doneToday.length > 0 && (
          <Card title={t('day.done', { count: day.doneToday.length })} isFlush>
            <ul className="divide-y divide-line">
              {day.doneToday.map((task) => (
                <TaskLine key={task.id} task={task} />
              ))}
            </ul>
          </Card>
        )}
      </div>
      <MyDayAside day={day} />
      {chosen && <HandInSheet task={chosen} onClose={() => setTaskId(null)} />}
    </div>
  )
}

type SectionProps = {
  name: 'late' | 'today' | 'later'
  tasks: readonly ToDo[]
  first: ToDo | undefined
  onHandIn: (taskId: string) => void
}

function Section({ name, tasks, first, onHandIn }: SectionProps) {
  const t = useWords('tasks')
  if (tasks.length === 0) return null
  return (
    <Card title={t(`day.${name}`, { count: tasks.length })} isFlush>
      <ul className="divide-y divide-line">
        {tasks.map((task) => (
          <TaskLine key={task.id} task={task} isMain={task === first} onHandIn={() => onHandIn(task.id)} />
        ))}
      </ul>
    </Card>
  )
}
