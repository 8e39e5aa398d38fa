import { useWords } from '#web/words'

type Content = Readonly<Record<string, unknown>>

/** The content of dated data in a line of words. */
export function useContentText(): (kind: string, content: Content) => string {
  const t = useWords('payroll')
  return (kind, content) => {
    if ('floor' in content)
      return t('parameters.schemeText', {
        floor: String(content['floor']),
        cap: String(content['cap']),
        employee: percent(content['employee']),
        employer: percent(content['employer']),
      })
    if (kind === 'minimum-wage')
      return t(content['includesOwnContributions'] ? 'parameters.minimumWith' : 'parameters.minimumWithout', {
        month: String(content['month']),
      })
    if (kind === 'average-wage') return t('parameters.averageText', { month: String(content['month']) })
    if (Object.keys(content).length === 0) return t('parameters.inProduct')
    const annual = Array.isArray(content['annual']) ? content['annual'] : []
    return t('parameters.tablesText', { count: annual.length, basicMonth: String(content['basicMonth']) })
  }
}

function percent(share: unknown): string {
  return `${Number((Number(share) * 100).toFixed(4))}%`
}
