import * as z from 'zod'
import { defineRoutes } from '#core/contract'
import { recordedRoutes } from './contract/recorded.ts'
import { Band, Named, Pair, State, Text } from './contract/shapes.ts'

export * from './contract/recorded.ts'
export * from './contract/shapes.ts'

const Id = z.uuid()
const Unit = { unitId: Id.optional(), otherUnitId: Id.optional() }
const Span = z.object({ from: z.int(), until: z.int() })

export const MatrixCell = z.object({
  rowId: Id,
  columnId: Id,
  found: z.int(),
  open: z.int(),
  same: z.int(),
  different: z.int(),
  bestPermille: z.int(),
})
export type MatrixCell = z.infer<typeof MatrixCell>

export const BandFigures = z.object({
  band: Band,
  fromPermille: z.int(),
  found: z.int(),
  same: z.int(),
  different: z.int(),
})
export type BandFigures = z.infer<typeof BandFigures>

export const routes = defineRoutes({
  /** Departments by departments; each pair of departments stands once, with the smaller place first. */
  readMatrix: {
    method: 'GET',
    path: '/overlap/matrix',
    permission: 'overlap.read',
    input: z.object({ band: Band.optional() }),
    output: z.object({
      analysedAt: z.string().nullable(),
      statementCount: z.int(),
      /** With the company they belong to. */
      units: z.array(Named.extend({ company: Text.nullable() })),
      cells: z.array(MatrixCell),
      bands: z.array(BandFigures),
    }),
  },
  /** Pairs, the most alike first. A unit stands for all below it; `otherUnitId` for the other side. */
  listPairs: {
    method: 'GET',
    path: '/overlap/pairs',
    permission: 'overlap.read',
    input: z.object({
      ...Unit,
      responsibilityId: Id.optional(),
      band: Band.optional(),
      state: State.optional(),
      text: z.string().trim().max(100).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
      offset: z.coerce.number().int().min(0).default(0),
    }),
    output: z.object({ total: z.int(), items: z.array(Pair) }),
  },
  readPair: {
    method: 'GET',
    path: '/overlap/pairs/:pairId',
    permission: 'overlap.read',
    input: z.object({ pairId: Id }),
    output: Pair.extend({
      /** In each language both texts have: what they share, and where. */
      shared: z.array(
        z.object({
          language: z.string(),
          phrases: z.array(z.object({ text: z.string(), inFirst: Span, inSecond: Span })),
        }),
      ),
      /** Other open pairs of the same two responsibilities. */
      siblings: z.int(),
      mayDecide: z.boolean(),
    }),
  },
  /** Statements of three and more units that say nearly the same. */
  readGroups: {
    method: 'GET',
    path: '/overlap/groups',
    permission: 'overlap.read',
    input: z.object({}),
    output: z.object({
      total: z.int(),
      items: z.array(
        z.object({
          statements: z.array(z.object({ statementId: Id, text: Text, unit: Named, responsibility: Named })),
        }),
      ),
    }),
  },
  decidePair: {
    method: 'PUT',
    path: '/overlap/pairs/:pairId/decision',
    permission: 'overlap.decide',
    input: z.object({
      pairId: Id,
      verdict: z.enum(['same', 'different']),
      reason: z.string().trim().max(500).default(''),
      leadUnitId: Id.nullable().default(null),
      supportUnitId: Id.nullable().default(null),
      /** The first day it no longer holds. */
      until: z.iso.date().nullable().default(null),
      note: z.string().trim().max(2000).default(''),
      /** Also for the open pairs between the same two responsibilities. */
      withSiblings: z.boolean().default(false),
      /** Of the decision that is changed; 0 for a new one. */
      version: z.int().min(0).default(0),
    }),
    output: z.object({ pairId: Id, decided: z.int() }),
  },
  takeBackDecision: {
    method: 'DELETE',
    path: '/overlap/pairs/:pairId/decision',
    permission: 'overlap.decide',
    input: z.object({ pairId: Id }),
    output: z.object({ pairId: Id }),
  },
  /** Opens a draft of a re-organisation that carries the decision out. */
  openDraftForPair: {
    method: 'POST',
    path: '/overlap/pairs/:pairId/draft',
    permission: 'overlap.decide',
    input: z.object({ pairId: Id }),
    output: z.object({ draftId: Id, changes: z.int() }),
  },
  /** Compares everything anew, in the background. */
  analyseOverlap: {
    method: 'POST',
    path: '/overlap/analysis',
    permission: 'overlap.decide',
    input: z.object({}),
    output: z.object({}),
  },
  /** Which statements of other units a text that is being written resembles. */
  findSimilar: {
    method: 'GET',
    path: '/overlap/similar',
    permission: 'overlap.read',
    input: z.object({ text: z.string().trim().min(1).max(1000), exceptUnitId: Id.optional() }),
    output: z.array(
      z.object({
        scorePermille: z.int(),
        band: Band,
        text: z.string(),
        responsibility: Named,
        unit: Named,
        because: z.array(z.string()),
      }),
    ),
  },
  ...recordedRoutes,
})
