import { lazy } from 'react'
import { bindWeb } from '#web/bind'
import { manifest } from '../manifest.ts'

export const web = bindWeb(manifest, {
  screens: {
    ownDeclarations: lazy(() => import('./declarations/OwnDeclarationsScreen.tsx')),
    terms: lazy(() => import('./terms/TermsScreen.tsx')),
    personTerms: lazy(() => import('./terms/PersonTermsScreen.tsx')),
    declarations: lazy(() => import('./declarations/DeclarationsScreen.tsx')),
    setUp: lazy(() => import('./setup/SetUpScreen.tsx')),
    parameters: lazy(() => import('./parameters/ParametersScreen.tsx')),
    runs: lazy(() => import('./runs/RunsScreen.tsx')),
    run: lazy(() => import('./runs/RunScreen.tsx')),
    runInputs: lazy(() => import('./runs/InputsScreen.tsx')),
    runArrears: lazy(() => import('./runs/ArrearsScreen.tsx')),
    runHolds: lazy(() => import('./runs/HoldsScreen.tsx')),
    runOpenings: lazy(() => import('./runs/OpeningsScreen.tsx')),
    payslips: lazy(() => import('./slips/PayslipsScreen.tsx')),
    payslip: lazy(() => import('./slips/PayslipScreen.tsx')),
    payYear: lazy(() => import('./slips/PayYearScreen.tsx')),
    payQuestion: lazy(() => import('./questions/PayQuestionScreen.tsx')),
    questions: lazy(() => import('./questions/QuestionsScreen.tsx')),
    question: lazy(() => import('./questions/QuestionScreen.tsx')),
  },
})
