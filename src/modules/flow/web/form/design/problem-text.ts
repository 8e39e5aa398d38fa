import { formSentence, type FormProblem } from '#core/form'
import { useLanguage } from '#web/words'

/** The sentence for what is wrong with a form. */
export function useProblemText(): (problem: FormProblem) => string {
  const language = useLanguage()
  return (problem) => formSentence(problem, language)
}
