import { bindServer } from '#kernel/bind'
import { contributeCommand } from '#modules/flow'
import { manifest } from './manifest.ts'
import { createGroup, listGroups, updateGroup } from './service/groups.ts'
import { changeItem, correctItem, createItem, endItem, listItems, withdrawItem } from './service/items.ts'
import {
  addParameter,
  correctParameter,
  importParameters,
  listParameters,
  removeParameter,
} from './service/parameters.ts'
import { publishRun, returnRun, submitRun } from './service/run/approve.ts'
import { acceptArrears, listArrears } from './service/run/arrears.ts'
import { calculate } from './service/run/calculate.ts'
import { inputImporter } from './service/run/import-inputs.ts'
import { openingImporter } from './service/run/import-openings.ts'
import { holdPay, keepInput, listHolds, listInputs, releasePay, removeInput } from './service/run/inputs.ts'
import { keepOpening, listOpenings } from './service/run/openings.ts'
import { resumeRuns } from './service/run/resume.ts'
import { calculateRun, cancelRun, createRun, listRuns, readRun, setRunLock, stopRun } from './service/run/runs.ts'
import {
  acceptFinding,
  calculateSlip,
  listFindings,
  listRunSlips,
  readRunSlip,
  setSlipLock,
} from './service/run/slips.ts'
import {
  downloadCertificate,
  downloadOwnCertificate,
  issueCertificate,
  listCertificates,
  listOwnCertificates,
} from './service/slips/certificates.ts'
import { confirmSlip, listOwnSlips, readOwnSlip, readOwnYear } from './service/slips/own-slips.ts'
import {
  answerQuestion,
  askQuestion,
  closeQuestion,
  listOwnQuestions,
  listQuestions,
  readOwnQuestion,
  readQuestion,
  writeOwnMessage,
} from './service/slips/questions.ts'
import { tellPaid } from './service/slips/tell-paid.ts'
import { downloadOwnSlip, downloadSlip } from './service/slips/slip-paper.ts'
import { decideDeclaration, listDeclarations, openDeclaration } from './service/decide-declarations.ts'
import {
  declareAccount,
  declareDeduction,
  declareTax,
  listOwnDeclarations,
  openOwnDeclaration,
  withdrawDeclaration,
} from './service/declare.ts'
import { correctTerms, listTerms, previewTerms, readTerms, setTerms, withdrawTerms } from './service/terms.ts'
import { termImporter } from './import/terms.ts'

contributeCommand('payroll.issue-certificate', {
  module: 'payroll',
  name: { en: 'Issue an income certificate', 'zh-CN': '开具收入证明' },
  inputs: [
    { field: 'purpose', name: { en: 'What for', 'zh-CN': '用途' }, isRequired: true },
    { field: 'months', name: { en: 'How many months back', 'zh-CN': '近几个月' }, isRequired: false },
    { field: 'language', name: { en: 'Language', 'zh-CN': '语言' }, isRequired: false },
  ],
  run: issueCertificate,
})

export const server = bindServer(manifest, {
  routes: {
    listRuns,
    readRun,
    createRun,
    calculateRun,
    stopRun,
    submitRun,
    returnRun,
    publishRun,
    cancelRun,
    setRunLock,
    listRunSlips,
    readRunSlip,
    calculateSlip,
    setSlipLock,
    listFindings,
    acceptFinding,
    listInputs,
    keepInput,
    removeInput,
    listHolds,
    holdPay,
    releasePay,
    listArrears,
    acceptArrears,
    listOpenings,
    keepOpening,
    listOwnCertificates,
    downloadOwnCertificate,
    listCertificates,
    downloadCertificate,
    listOwnSlips,
    readOwnSlip,
    confirmSlip,
    downloadOwnSlip,
    downloadSlip,
    readOwnYear,
    askQuestion,
    listOwnQuestions,
    readOwnQuestion,
    writeOwnMessage,
    closeQuestion,
    listQuestions,
    readQuestion,
    answerQuestion,
    listGroups,
    createGroup,
    updateGroup,
    listItems,
    createItem,
    changeItem,
    correctItem,
    endItem,
    withdrawItem,
    listParameters,
    addParameter,
    correctParameter,
    removeParameter,
    importParameters,
    listTerms,
    readTerms,
    setTerms,
    previewTerms,
    correctTerms,
    withdrawTerms,
    listOwnDeclarations,
    declareDeduction,
    declareAccount,
    declareTax,
    withdrawDeclaration,
    openOwnDeclaration,
    listDeclarations,
    openDeclaration,
    decideDeclaration,
  },
  imports: { 'pay-terms': termImporter, 'pay-inputs': inputImporter, 'pay-openings': openingImporter },
  jobs: { calculate, resumeRuns },
  listens: { 'payroll.published': tellPaid },
})
