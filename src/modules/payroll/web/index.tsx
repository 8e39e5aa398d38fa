import { lazy } from 'react'
import { bindWeb } from '#web/bind'
import { manifest } from '../manifest.ts'

export const web = bindWeb(manifest, {
  screens: {
    payslips: lazy(() => import('./slips/PayslipsScreen.tsx')),
    payslip: lazy(() => import('./slips/PayslipScreen.tsx')),
    payYear: lazy(() => import('./slips/PayYearScreen.tsx')),
    payQuestion: lazy(() => import('./questions/PayQuestionScreen.tsx')),
    questions: lazy(() => import('./questions/QuestionsScreen.tsx')),
    question: lazy(() => import('./questions/QuestionScreen.tsx')),
  },
})
