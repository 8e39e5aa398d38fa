import { bindServer } from '#kernel/bind'
import { contributeCommand } from '#modules/flow'
import { contributePersonFigures } from '#modules/people'
import { manifest } from './manifest.ts'
import { appealEnded, appealReview, settleAppeal } from './service/appeal.ts'
import { calibrateReview, confirmReview, correctReview } from './service/decide.ts'
import { figureNames, figuresOf } from './service/figures.ts'
import { findIndicators } from './service/find-indicators.ts'
import { givePart, invitePeers } from './service/give.ts'
import { chase, keepRound, keepScores } from './service/jobs.ts'
import { freezeRound, moveRound, recomputeRound } from './service/move-round.ts'
import { listMyReviews } from './service/my-reviews.ts'
import { addMissing, openRound } from './service/open-round.ts'
import { endPlace, placeScheme } from './service/places.ts'
import { readReview } from './service/read-review.ts'
import { listRounds, listWithoutScheme, readDistribution, readRound } from './service/rounds.ts'
import { createScheme, listSchemes, publishScheme, readScheme, saveScheme } from './service/schemes.ts'
import { listTeamReviews } from './service/team-reviews.ts'
import { trySchemeDraft } from './service/try-draft.ts'

contributePersonFigures('performance', { names: figureNames, read: figuresOf })
contributeCommand('performance.settle-appeal', {
  module: 'performance',
  name: { 'zh-CN': '按申诉结果更正绩效得分', en: 'Set the score an appeal decided on' },
  inputs: [
    { field: 'decided', name: { 'zh-CN': '裁定得分', en: 'Score decided on' }, isRequired: true },
    { field: 'grounds', name: { 'zh-CN': '裁定理由', en: 'Grounds' }, isRequired: false },
  ],
  run: settleAppeal,
})

export const server = bindServer(manifest, {
  routes: {
    listSchemes,
    readScheme,
    createScheme,
    saveScheme,
    publishScheme,
    placeScheme,
    endPlace,
    findIndicators,
    trySchemeDraft,
    listRounds,
    readRound,
    listWithoutScheme,
    readDistribution,
    openRound,
    addMissing,
    recomputeRound,
    moveRound,
    freezeRound,
    calibrateReview,
    correctReview,
    listMyReviews,
    listTeamReviews,
    readReview,
    givePart,
    invitePeers,
    confirmReview,
    appealReview,
  },
  jobs: { keepScores, keepRound, chase },
  listens: { 'flow.ended': appealEnded },
})
