import { useState } from 'react'
import AtSign from 'lucide-react/icons/at-sign'
import { PersonPicker, usePersonName } from '#screens/organisation'
import { routes as organisation } from '#contract/organisation'
import { Avatar } from '#ui/Avatar'
import { Button } from '#ui/Button'
import { Tag } from '#ui/Tag'
import { TextArea } from '#ui/TextArea'
import { showToast } from '#ui/Toast'
import { Await } from '#web/await'
import { useFormat } from '#web/format'
import { useDraft, useHandIn, useOutbox } from '#web/outbox'
import { readNow, useCommand, useRead } from '#web/query'
import { useSession } from '#web/session'
import { useWords } from '#web/words'
import { routes, type Comment } from '../contract.ts'

type Draft = { words: string; mentions: readonly { id: string; name: string }[] }
const emptyDraft: Draft = { words: '', mentions: [] }

/** What people say about a task; who is named with @ hears of it and may read the task. */
export function Talk({ taskId, title }: { taskId: string; title: string }) {
  const t = useWords('tasks')
  const comments = useRead(routes.listComments, { taskId })
  const { account } = useSession()
  return (
    <div className="flex flex-col gap-4">
      <Await query={comments} shape="lines">
        {({ rows }) =>
          rows.length === 0 ? (
            <p className="text-sm text-muted">{t('talk.none')}</p>
          ) : (
            <ol aria-label={t('talk.title')} className="flex flex-col gap-4">
              {rows.map((comment) => (
                <Said key={comment.id} taskId={taskId} comment={comment} />
              ))}
            </ol>
          )
        }
      </Await>
      <OnTheirWay taskId={taskId} />
      {account?.personId && <Write taskId={taskId} title={title} />}
    </div>
  )
}

function Said({ taskId, comment }: { taskId: string; comment: Comment }) {
  const t = useWords('tasks')
  const f = useFormat()
  const [edited, setEdited] = useState<string | null>(null)
  const remove = useCommand(routes.deleteComment, { done: t('talk.deleted') })
  const edit = useCommand(routes.editComment, { onDone: () => setEdited(null) })
  return (
    <li className="flex gap-2.5">
      <Avatar name={comment.personName} size="sm" />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className="font-medium">{comment.personName}</span>
          <time dateTime={comment.writtenAt} className="text-xs text-muted">
            {f.dateTime(comment.writtenAt)}
          </time>
          {comment.editedAt && !comment.deletedAt && <span className="text-xs text-muted">{t('talk.edited')}</span>}
        </p>
        {comment.deletedAt && <p className="text-muted italic">{t('talk.wasDeleted')}</p>}
        {!comment.deletedAt && edited === null && (
          <p className="whitespace-pre-line break-words">
            <Words text={comment.words} names={comment.mentions.map(({ name }) => name)} />
          </p>
        )}
        {edited !== null && (
          <div className="mt-1 flex flex-col gap-2">
            <TextArea label={t('talk.edit')} hideLabel rows={2} maxLength={4000} value={edited} onChange={setEdited} />
            <div className="flex gap-2">
              <Button
                size="sm"
                variant="primary"
                isPending={edit.isRunning}
                isDisabled={edited.trim() === ''}
                onPress={() =>
                  edit.run({
                    taskId,
                    commentId: comment.id,
                    words: edited,
                    mentions: comment.mentions.filter(({ name }) => edited.includes(`@${name}`)).map(({ id }) => id),
                  })
                }
              >
                {t('talk.save')}
              </Button>
              <Button size="sm" onPress={() => setEdited(null)}>
                {t('give.cancel')}
              </Button>
            </div>
          </div>
        )}
        {comment.canChange && edited === null && (
          <div className="-ml-2 flex">
            <Button size="sm" variant="quiet" onPress={() => setEdited(comment.words)}>
              {t('talk.edit')}
            </Button>
            <Button
              size="sm"
              variant="quiet"
              isPending={remove.isRunning}
              onPress={() => remove.run({ taskId, commentId: comment.id })}
            >
              {t('talk.delete')}
            </Button>
          </div>
        )}
      </div>
    </li>
  )
}

/** Names called with @ stand out. */
function Words({ text, names }: { text: string; names: readonly string[] }) {
  if (names.length === 0) return text
  const called = names.map((name) => `@${name}`)
  const pattern = new RegExp(`(${called.map(escaped).join('|')})`, 'u')
  return text.split(pattern).map((part, at) =>
    called.includes(part) ? (
      // oxlint-disable-next-line react/no-array-index-key -- the parts of one text never change their order
      <span key={at} className="font-medium text-primary-text">
        {part}
      </span>
    ) : (
      part
    ),
  )
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`)
}

/** Comments written without network. */
function OnTheirWay({ taskId }: { taskId: string }) {
  const t = useWords('tasks')
  const { items, withdraw } = useOutbox()
  const own = items.filter((item) => item.route.path === routes.writeComment.path && item.input['taskId'] === taskId)
  return own.map((item) => (
    <div key={item.id} className="flex items-center gap-2 rounded-md bg-sunken px-3 py-2">
      <span className="min-w-0 flex-1 truncate">{String(item.input['words'])}</span>
      <Tag tone="amber">{item.reason ?? t(`waiting.${item.state}`)}</Tag>
      {item.state === 'refused' && (
        <Button size="sm" variant="quiet" onPress={() => void withdraw(item.id)}>
          {t('waiting.drop')}
        </Button>
      )}
    </div>
  ))
}

function Write({ taskId, title }: { taskId: string; title: string }) {
  const t = useWords('tasks')
  const called = usePersonName()
  const draft = useDraft<Draft>(`talk/${taskId}`, emptyDraft)
  const send = useHandIn(routes.writeComment, 'mentions')
  const [isNaming, setNaming] = useState(false)
  const [isSending, setSending] = useState(false)
  const { value, set } = draft
  const name = async (personId: string | null) => {
    setNaming(false)
    if (!personId) return
    const { rows } = await readNow(organisation.listPersons, { ids: [personId], limit: 1 })
    const [person] = rows
    if (!person) return
    const mention = { id: personId, name: called(person) }
    const gap = value.words === '' || /\s$/.test(value.words) ? '' : ' '
    set({ words: `${value.words}${gap}@${mention.name} `, mentions: [...value.mentions, mention] })
  }
  const submit = async () => {
    if (value.words.trim() === '') return
    setSending(true)
    // a name taken out of the text again calls nobody
    const mentions = value.mentions.filter((one) => value.words.includes(`@${one.name}`)).map(({ id }) => id)
    const answer = await send({
      input: { taskId, words: value.words, mentions: [...new Set(mentions)] },
      title: t('talk.onTask', { title }),
      draftKey: `talk/${taskId}`,
    }).finally(() => setSending(false))
    if (answer.state === 'refused') return showToast({ title: answer.reason ?? '', tone: 'red' })
    await draft.clear()
    if (answer.state === 'queued') showToast({ title: t('queued', { title }), tone: 'amber' })
  }
  if (!draft.isRead) return null
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <TextArea
        label={t('talk.write')}
        rows={2}
        maxLength={4000}
        value={value.words}
        onChange={(words) => {
          set({ ...value, words })
          if (words.endsWith('@') && !value.words.endsWith('@@')) {
            set({ ...value, words: words.slice(0, -1) })
            setNaming(true)
          }
        }}
      />
      {isNaming && <PersonPicker label={t('talk.whom')} value={null} onChange={(id) => void name(id)} />}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" isPending={isSending} isDisabled={value.words.trim() === ''}>
          {t('talk.send')}
        </Button>
        <Button icon={AtSign} onPress={() => setNaming(!isNaming)}>
          {t('talk.mention')}
        </Button>
      </div>
    </form>
  )
}
