import { useState } from 'react'
import Send from 'lucide-react/icons/send'
import { Button } from '#ui/Button'
import { TextArea } from '#ui/TextArea'
import { useFormat } from '#web/format'
import { useWords } from '#web/words'
import type { PayMessage } from '../../contract.ts'

/** What was said, the oldest first, and the field to go on. */
export function Thread({
  messages,
  isPayroll,
  isSending,
  onSend,
}: {
  messages: readonly PayMessage[]
  isPayroll: boolean
  isSending: boolean
  onSend: (text: string) => Promise<unknown>
}) {
  const t = useWords('payroll')
  const [text, setText] = useState('')
  const send = () =>
    void onSend(text).then(
      () => setText(''),
      () => {},
    )
  return (
    <div className="flex flex-col gap-4">
      <ol className="flex flex-col gap-3">
        {messages.map((message) => (
          <Said key={message.id} message={message} isMine={message.isFromPayroll === isPayroll} isPayroll={isPayroll} />
        ))}
      </ol>
      <TextArea
        label={t(isPayroll ? 'questions.answerOf' : 'questions.askOn')}
        rows={3}
        maxLength={2000}
        value={text}
        onChange={setText}
      />
      <div>
        <Button variant="primary" icon={Send} isPending={isSending} isDisabled={text.trim() === ''} onPress={send}>
          {t(isPayroll ? 'questions.answer' : 'questions.send')}
        </Button>
      </div>
    </div>
  )
}

function Said({ message, isMine, isPayroll }: { message: PayMessage; isMine: boolean; isPayroll: boolean }) {
  const t = useWords('payroll')
  const f = useFormat()
  const author = message.isFromPayroll
    ? t('questions.from', { name: message.authorName })
    : isPayroll
      ? message.authorName
      : t('questions.you')
  return (
    <li className={isMine ? 'ml-8 rounded-lg bg-primary-soft px-4 py-3' : 'mr-8 rounded-lg bg-sunken px-4 py-3'}>
      <p className="text-sm text-muted">
        {author} · <time dateTime={message.writtenAt}>{f.dateTime(message.writtenAt)}</time>
      </p>
      <p className="mt-1 break-words whitespace-pre-line">{message.text}</p>
    </li>
  )
}
