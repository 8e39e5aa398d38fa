import * as z from 'zod'
import { defineRoutes } from '#core/contract'

const Id = z.uuid()
const Text = z.record(z.string(), z.string())
const Words = z.string().trim().min(1).max(2000)

export const questionStates = ['open', 'answered', 'closed'] as const

export const PayMessage = z.object({
  id: Id,
  text: z.string(),
  isFromPayroll: z.boolean(),
  authorName: z.string(),
  writtenAt: z.string(),
})
export type PayMessage = z.infer<typeof PayMessage>

/** A question about a line of a payslip, or about all of it. It tells no amount by itself. */
export const PayQuestion = z.object({
  id: Id,
  version: z.int(),
  slipId: Id,
  period: z.string(),
  personId: Id,
  personName: z.string(),
  lineCode: z.string().nullable(),
  /** Of a pay item; lines of the law are named by the reader's words. */
  lineName: Text.nullable(),
  state: z.enum(questionStates),
  askedAt: z.string(),
  lastAt: z.string(),
  messages: z.int(),
})
export type PayQuestion = z.infer<typeof PayQuestion>

const Thread = z.object({ question: PayQuestion, messages: z.array(PayMessage) })
const ofQuestion = { questionId: Id }
const paging = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  offset: z.coerce.number().int().min(0).max(100_000).default(0),
}
const Rows = z.object({ rows: z.array(PayQuestion), total: z.int() })

export const questionRoutes = defineRoutes({
  /** Asks payroll about a slip of mine, or about one of its lines. */
  askQuestion: {
    method: 'POST',
    path: '/my-payslips/:slipId/questions',
    permission: 'payroll.read-own',
    input: z.object({ slipId: Id, lineCode: z.string().max(80).nullable().default(null), text: Words }),
    output: z.object({ questionId: Id }),
  },
  listOwnQuestions: {
    method: 'GET',
    path: '/my-pay-questions',
    permission: 'payroll.read-own',
    input: z.object({ slipId: Id.optional(), ...paging }),
    output: Rows,
  },
  readOwnQuestion: {
    method: 'GET',
    path: '/my-pay-questions/:questionId',
    permission: 'payroll.read-own',
    input: z.object(ofQuestion),
    output: Thread,
  },
  /** Asks on; a closed question is open again. */
  writeOwnMessage: {
    method: 'POST',
    path: '/my-pay-questions/:questionId/messages',
    permission: 'payroll.read-own',
    input: z.object({ ...ofQuestion, text: Words }),
    output: z.object({ messageId: Id }),
  },
  /** Who asked says that it is settled. */
  closeQuestion: {
    method: 'POST',
    path: '/my-pay-questions/:questionId/close',
    permission: 'payroll.read-own',
    input: z.object({ ...ofQuestion, version: z.int() }),
    output: z.object({ version: z.int() }),
  },
  /** What people ask; the open ones first, the longest waiting at the top. */
  listQuestions: {
    method: 'GET',
    path: '/pay-questions',
    permission: 'payroll.answer',
    input: z.object({ state: z.enum(questionStates).optional(), ...paging }),
    output: Rows.extend({ open: z.int() }),
  },
  readQuestion: {
    method: 'GET',
    path: '/pay-questions/:questionId',
    permission: 'payroll.answer',
    input: z.object(ofQuestion),
    output: Thread,
  },
  answerQuestion: {
    method: 'POST',
    path: '/pay-questions/:questionId/messages',
    permission: 'payroll.answer',
    input: z.object({ ...ofQuestion, text: Words }),
    output: z.object({ messageId: Id }),
  },
})
