import type { ReactNode } from 'react'
import type { Route } from '#core/contract'
import { Button } from '#ui/Button'
import { Sheet } from '#ui/Sheet'
import { FormProblem, type RouteForm } from '#web/form'
import { usePhone } from '#web/page'
import { useWords } from '#web/words'

type FormSheetProps<R extends Route> = {
  title: string
  description?: string
  /** What the button at the end does. */
  deed: string
  isDanger?: boolean
  form: RouteForm<R>
  onClose: () => void
  children: ReactNode
}

/** A form over a command in a drawer: fields, the refusal that belongs to none of them, and the two buttons. */
export function FormSheet<R extends Route>({
  title,
  description,
  deed,
  isDanger,
  form,
  onClose,
  children,
}: FormSheetProps<R>) {
  const t = useWords('organisation')
  const isPhone = usePhone()
  return (
    <Sheet
      title={title}
      description={description}
      isOpen
      side={isPhone ? 'bottom' : 'right'}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      footer={
        <>
          <Button onPress={onClose}>{t('screens.cancel')}</Button>
          <Button variant={isDanger ? 'danger' : 'primary'} onPress={form.submit} isPending={form.command.isRunning}>
            {deed}
          </Button>
        </>
      }
    >
      <form {...form.bind} className="flex flex-col gap-4">
        {children}
        <FormProblem problem={form.problem} />
        <button type="submit" hidden />
      </form>
    </Sheet>
  )
}
