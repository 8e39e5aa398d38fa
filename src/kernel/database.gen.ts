// Made by `npm run types` from the migrations; not edited by hand.
import type { ColumnType, Generated } from 'kysely'

type Instant = ColumnType<Date, Date | string, Date | string>
type OptionalInstant = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
type Json = ColumnType<unknown, string, string>
type DefaultJson = ColumnType<unknown, string | undefined, string>
type DefaultInstant = ColumnType<Date, Date | string | undefined, Date | string>
type OptionalJson = ColumnType<unknown, string | null | undefined, string | null>

export interface Database {
  absence: AbsenceTable
  account: AccountTable
  account_role: AccountRoleTable
  account_rule: AccountRuleTable
  alarm: AlarmTable
  api_key: ApiKeyTable
  assignment: AssignmentTable
  audit_row: AuditRowTable
  bank_file: BankFileTable
  bank_row: BankRowTable
  calendar_day: CalendarDayTable
  calendar_year: CalendarYearTable
  capability_mark: CapabilityMarkTable
  catch_up_run: CatchUpRunTable
  closed_cell: ClosedCellTable
  closed_period: ClosedPeriodTable
  cost_centre: CostCentreTable
  cost_share: CostShareTable
  dashboard: DashboardTable
  dashboard_share: DashboardShareTable
  declaration: DeclarationTable
  description_issue: DescriptionIssueTable
  description_reading: DescriptionReadingTable
  dotted_line: DottedLineTable
  draft: DraftTable
  draft_approval: DraftApprovalTable
  draft_change: DraftChangeTable
  draft_effect: DraftEffectTable
  fact: FactTable
  fact_arrival: FactArrivalTable
  fact_kind: FactKindTable
  file: FileTable
  file_template: FileTemplateTable
  flow: FlowTable
  flow_attempt: FlowAttemptTable
  flow_breach: FlowBreachTable
  flow_delegation: FlowDelegationTable
  flow_event: FlowEventTable
  flow_evidence: FlowEvidenceTable
  flow_instance: FlowInstanceTable
  flow_limit: FlowLimitTable
  flow_link: FlowLinkTable
  flow_number: FlowNumberTable
  flow_reader: FlowReaderTable
  flow_rule: FlowRuleTable
  flow_rule_turn: FlowRuleTurnTable
  flow_task: FlowTaskTable
  flow_timer: FlowTimerTable
  flow_version: FlowVersionTable
  goal: GoalTable
  goal_responsibility: GoalResponsibilityTable
  grade: GradeTable
  holding: HoldingTable
  holding_seat: HoldingSeatTable
  idempotency_key: IdempotencyKeyTable
  import_run: ImportRunTable
  incentive_entry: IncentiveEntryTable
  incentive_entry_fact: IncentiveEntryFactTable
  incentive_plan: IncentivePlanTable
  incentive_settlement: IncentiveSettlementTable
  incentive_terms: IncentiveTermsTable
  invitation: InvitationTable
  job_family: JobFamilyTable
  job_profile: JobProfileTable
  job_profile_version: JobProfileVersionTable
  labour_budget: LabourBudgetTable
  late_fact: LateFactTable
  ledger_account: LedgerAccountTable
  ledger_link: LedgerLinkTable
  legal_entity: LegalEntityTable
  library_profile: LibraryProfileTable
  library_skill: LibrarySkillTable
  library_source: LibrarySourceTable
  library_task: LibraryTaskTable
  library_title: LibraryTitleTable
  module_switch: ModuleSwitchTable
  notification: NotificationTable
  overlap_decision: OverlapDecisionTable
  overlap_pair: OverlapPairTable
  overlap_run: OverlapRunTable
  overlap_statement: OverlapStatementTable
  pay_certificate: PayCertificateTable
  pay_finding: PayFindingTable
  pay_group: PayGroupTable
  pay_hold: PayHoldTable
  pay_input: PayInputTable
  pay_item: PayItemTable
  pay_message: PayMessageTable
  pay_opening: PayOpeningTable
  pay_parameter: PayParameterTable
  pay_question: PayQuestionTable
  pay_receivable: PayReceivableTable
  pay_run: PayRunTable
  pay_slip: PaySlipTable
  pay_term: PayTermTable
  person: PersonTable
  personnel_file: PersonnelFileTable
  position: PositionTable
  position_need: PositionNeedTable
  position_version: PositionVersionTable
  report_delivery: ReportDeliveryTable
  report_recipient: ReportRecipientTable
  report_schedule: ReportScheduleTable
  responsibility: ResponsibilityTable
  responsibility_duty: ResponsibilityDutyTable
  responsibility_indicator: ResponsibilityIndicatorTable
  responsibility_part: ResponsibilityPartTable
  responsibility_version: ResponsibilityVersionTable
  review: ReviewTable
  review_change: ReviewChangeTable
  review_part: ReviewPartTable
  review_round: ReviewRoundTable
  review_scheme: ReviewSchemeTable
  review_scheme_place: ReviewSchemePlaceTable
  review_scheme_version: ReviewSchemeVersionTable
  role: RoleTable
  role_grant: RoleGrantTable
  saved_view: SavedViewTable
  session: SessionTable
  setting: SettingTable
  sign_in_failure: SignInFailureTable
  source: SourceTable
  source_reject: SourceRejectTable
  source_run: SourceRunTable
  source_secret: SourceSecretTable
  subject: SubjectTable
  subject_type: SubjectTypeTable
  subtask: SubtaskTable
  tally: TallyTable
  tally_mark: TallyMarkTable
  task: TaskTable
  task_comment: TaskCommentTable
  task_count: TaskCountTable
  task_entry: TaskEntryTable
  task_guest: TaskGuestTable
  task_plea: TaskPleaTable
  task_run: TaskRunTable
  task_subject: TaskSubjectTable
  tax_result: TaxResultTable
  tenant: TenantTable
  unit: UnitTable
  unit_version: UnitVersionTable
  voucher: VoucherTable
  voucher_line: VoucherLineTable
  voucher_part: VoucherPartTable
  voucher_sending: VoucherSendingTable
}

/** Who acts for the person comes first in the lines while it lasts, and duties without anybody are told */
export interface AbsenceTable {
  tenant_id: string
  id: string
  person_id: string
  kind: string
  valid_from: string
  valid_until: ColumnType<string | null, string | null | undefined, string | null>
}

export interface AccountTable {
  tenant_id: string
  id: string
  login: string
  name: string
  /** person.id of organisation; null for accounts of machines and outside administrators */
  person_id: ColumnType<string | null, string | null | undefined, string | null>
  /** PHC string of argon2id; null until a password is set */
  password_hash: ColumnType<string | null, string | null | undefined, string | null>
  language: ColumnType<string | null, string | null | undefined, string | null>
  is_disabled: Generated<boolean>
  /** Grows when password, roles or state change: sessions of an older epoch are dead */
  auth_epoch: Generated<number>
  must_change_password: Generated<boolean>
  version: Generated<number>
  created_at: Instant
}

export interface AccountRoleTable {
  tenant_id: string
  account_id: string
  role_id: string
  /** Where a grant of scope unit begins: unit.id of organisation, or the tenant's id for the whole tenant */
  unit_id: string
  valid_from: string
  valid_until: ColumnType<string | null, string | null | undefined, string | null>
}

export interface AccountRuleTable {
  tenant_id: string
  id: string
  use: string
  /** Code of a pay item or of a scheme's side (pension.employer), or a class of core/voucher that stands for all of its kind */
  key: string
  /** Holds for the unit and all below it; null = everywhere */
  unit_id: ColumnType<string | null, string | null | undefined, string | null>
  job_family_id: ColumnType<string | null, string | null | undefined, string | null>
  account_code: string
  valid_from: string
  valid_until: ColumnType<string | null, string | null | undefined, string | null>
  version: Generated<number>
}

export interface AlarmTable {
  tenant_id: string
  id: string
  /** What it is about: the same alarm is the same row until it is resolved */
  key: string
  kind: string
  responsibility_id: ColumnType<string | null, string | null | undefined, string | null>
  position_id: ColumnType<string | null, string | null | undefined, string | null>
  unit_id: ColumnType<string | null, string | null | undefined, string | null>
  person_id: ColumnType<string | null, string | null | undefined, string | null>
  account_id: ColumnType<string | null, string | null | undefined, string | null>
  /** The unit it belongs to: decides who may see it; null = the whole firm */
  place_id: ColumnType<string | null, string | null | undefined, string | null>
  /** What the sentence needs beside names: totalPermille, indicator, days, permissions */
  facts: DefaultJson
  since: string
  resolved_on: ColumnType<string | null, string | null | undefined, string | null>
  /** The person who is to see to it */
  assigned_to: ColumnType<string | null, string | null | undefined, string | null>
  assigned_by: ColumnType<string | null, string | null | undefined, string | null>
  /** The first day it is shown again */
  muted_until: ColumnType<string | null, string | null | undefined, string | null>
  mute_reason: ColumnType<string | null, string | null | undefined, string | null>
  muted_by: ColumnType<string | null, string | null | undefined, string | null>
}

export interface ApiKeyTable {
  tenant_id: string
  id: string
  name: string
  secret_hash: Buffer
  permissions: string[]
  created_by: ColumnType<string | null, string | null | undefined, string | null>
  created_at: Instant
  expires_at: OptionalInstant
  revoked_at: OptionalInstant
}

export interface AssignmentTable {
  tenant_id: string
  id: string
  person_id: string
  position_id: string
  kind: string
  /** Part of the working time, in permille */
  share_permille: number
  valid_from: string
  valid_until: ColumnType<string | null, string | null | undefined, string | null>
  /** Why the shares of the person may add up to more than the whole working time */
  over_reason: ColumnType<string | null, string | null | undefined, string | null>
}

export interface AuditRowTable {
  tenant_id: string
  id: string
  at: Instant
  account_id: ColumnType<string | null, string | null | undefined, string | null>
  actor_name: string
  action: string
  target: string
  before: OptionalJson
  after: OptionalJson
  request_id: string
  address: Generated<string>
}

export interface BankFileTable {
  tenant_id: string
  id: string
  run_id: string
  number: number
  template: string
  name: string
  /** The file whose failed payments this one sends again */
  follows_id: ColumnType<string | null, string | null | undefined, string | null>
  /** Why there is a further file of one run: without it the same money could go out twice */
  reason: Generated<string>
  rows: number
  total_fen: number
  /** The bytes as they were made, encrypted: the same file however often it is fetched */
  sealed: Buffer
  made_by_id: ColumnType<string | null, string | null | undefined, string | null>
  made_at: Instant
}

export interface BankRowTable {
  tenant_id: string
  file_id: string
  line: number
  slip_id: string
  person_id: string
  name: string
  /** The account, masked */
  shown: string
  fen: number
  /** What the bank said when it did not pay; null = nothing was said */
  failure: ColumnType<string | null, string | null | undefined, string | null>
  failed_at: OptionalInstant
}

/** Days that differ from Monday to Friday: holidays, and weekends worked in exchange */
export interface CalendarDayTable {
  tenant_id: string
  day: string
  kind: string
  name: Generated<string>
}

/** Years whose holidays are known; a year that is not here makes workday questions fail instead of guessing */
export interface CalendarYearTable {
  tenant_id: string
  year: number
  source: string
}

/** What a person can, of the capabilities their responsibilities ask for, as who leads them says; without a row it is not known */
export interface CapabilityMarkTable {
  tenant_id: string
  person_id: string
  /** The name in small letters: the same capability of two responsibilities is one */
  capability: string
  name: Json
  has: boolean
  marked_by: ColumnType<string | null, string | null | undefined, string | null>
  marked_at: Instant
}

/** Hand-ins from the time the module was off, being made facts */
export interface CatchUpRunTable {
  tenant_id: string
  id: string
  total: number
  done: Generated<number>
  started_at: Instant
  finished_at: OptionalInstant
}

/** What a person answered for in a closed period, with every figure as it stood when the period was closed */
export interface ClosedCellTable {
  tenant_id: string
  period_id: string
  person_id: string
  responsibility_id: string
  unit_id: string
  cell: Json
}

export interface ClosedPeriodTable {
  tenant_id: string
  id: string
  kind: string
  from_day: string
  until_day: string
  note: Generated<string>
  closed_at: Instant
  closed_by: ColumnType<string | null, string | null | undefined, string | null>
  closer: string
  reopened_at: OptionalInstant
  reopened_by: ColumnType<string | null, string | null | undefined, string | null>
  reopener: ColumnType<string | null, string | null | undefined, string | null>
  reason: ColumnType<string | null, string | null | undefined, string | null>
}

/** Takes the cost of a unit and of those below it that have none of their own */
export interface CostCentreTable {
  tenant_id: string
  id: string
  code: string
  name: Json
  unit_id: string
  valid_from: string
  valid_until: ColumnType<string | null, string | null | undefined, string | null>
  version: Generated<number>
}

/** A person whose cost is split as laid down; who has none is split by the shares of the seats held */
export interface CostShareTable {
  tenant_id: string
  id: string
  person_id: string
  /** [{unitId, permille}], together 1000 */
  shares: Json
  reason: Generated<string>
  valid_from: string
  valid_until: ColumnType<string | null, string | null | undefined, string | null>
  version: Generated<number>
}

/** Parts side by side. It holds what is asked, never figures: each reader sees what their own rights give */
export interface DashboardTable {
  tenant_id: string
  id: string
  name: Json
  /** Whose it is: who may change and share it */
  account_id: string
  /** What all parts are asked with unless they say otherwise: unit, period, responsibility */
  filters: DefaultJson
  /** List of parts in their order, each with its kind, width in columns and own filters */
  parts: DefaultJson
  version: Generated<number>
  created_at: Instant
  changed_at: Instant
}

/** Who holds the role may open the dashboard */
export interface DashboardShareTable {
  tenant_id: string
  dashboard_id: string
  role_id: string
}

/** What an employee declares for pay; the content is sealed, only the masked form is readable in the table */
export interface DeclarationTable {
  tenant_id: string
  id: string
  person_id: string
  kind: string
  /** Encrypted, bound to table, column, row and key version */
  sealed: Buffer
  /** Masked: **** 1234 */
  shown: Generated<string>
  state: Generated<string>
  reason: ColumnType<string | null, string | null | undefined, string | null>
  valid_from: string
  valid_until: ColumnType<string | null, string | null | undefined, string | null>
  decided_by_id: ColumnType<string | null, string | null | undefined, string | null>
  decided_at: OptionalInstant
  created_at: Instant
  version: Generated<number>
}

/** A position description as it was issued; never changed afterwards */
export interface DescriptionIssueTable {
  tenant_id: string
  id: string
  position_id: string
  number: number
  day: string
  /** All it says, in every language; the words around it come with the language it is read in */
  content: Json
  /** Of the content, to see whether what would be generated today differs */
  content_hash: string
  note: Generated<string>
  issued_at: Instant
  issued_by: ColumnType<string | null, string | null | undefined, string | null>
}

/** Who sits on the position says that they have read this issue */
export interface DescriptionReadingTable {
  tenant_id: string
  issue_id: string
  person_id: string
  confirmed_at: Instant
}

/** A position answers to a second one in some matter, beside its line */
export interface DottedLineTable {
  tenant_id: string
  id: string
  position_id: string
  to_position_id: string
  kind: Generated<string>
  reason: Generated<string>
  valid_from: string
  valid_until: ColumnType<string | null, string | null | undefined, string | null>
}

export interface DraftTable {
  tenant_id: string
  id: string
  name: string
  note: Generated<string>
  /** The part of the firm it is about, for scopes; null = the whole firm */
  unit_id: ColumnType<string | null, string | null | undefined, string | null>
  /** The day it takes effect; single changes may have a later one of their own */
  day: string
  state: Generated<string>
  version: Generated<number>
  /** Sentences that say why it could not be applied when its day came; null = nothing was in the way */
  held_back: OptionalJson
  created_by: ColumnType<string | null, string | null | undefined, string | null>
  created_by_name: string
  created_at: Instant
  changed_at: Instant
}

/** The course of a draft: who handed it in, approved it, sent it back, and when it took effect */
export interface DraftApprovalTable {
  tenant_id: string
  id: string
  draft_id: string
  step: string
  note: Generated<string>
  account_id: ColumnType<string | null, string | null | undefined, string | null>
  by_name: string
  at: Instant
}

export interface DraftChangeTable {
  tenant_id: string
  id: string
  draft_id: string
  sort_order: number
  /** One change as core/reorganisation reads it */
  change: Json
  /** The account that wrote it last: with four eyes, it can't approve the draft */
  written_by: ColumnType<string | null, string | null | undefined, string | null>
  written_at: Instant
}

/** What applying a draft wrote, row by row: before null = new, after null = gone. Undoing writes it backwards */
export interface DraftEffectTable {
  tenant_id: string
  id: string
  draft_id: string
  sort_order: number
  kind: string
  before: OptionalJson
  after: OptionalJson
}

/** One recorded happening. Never changed: a mistake is corrected by a second fact that reverses the first */
export interface FactTable {
  tenant_id: string
  id: string
  kind: string
  happened_at: Instant
  /** The day in the tenant's time zone */
  day: string
  person_id: ColumnType<string | null, string | null | undefined, string | null>
  /** Told by the source, else the unit of the person's main position on that day: decides who may see it */
  unit_id: ColumnType<string | null, string | null | undefined, string | null>
  responsibility_id: ColumnType<string | null, string | null | undefined, string | null>
  /** Name -> text: what it is filtered by */
  dimensions: DefaultJson
  /** Name -> number: what is added up; negated in a reversing fact */
  measures: DefaultJson
  /** Where it came from: tasks, api:<key name>, source:<code>, spreadsheet, correction */
  source: string
  /** What the source calls it: it counts once */
  source_key: string
  /** The fact this one takes back: it counts as minus one */
  reverses_id: ColumnType<string | null, string | null | undefined, string | null>
  note: Generated<string>
  recorded_at: Instant
  /** subject.id of subjects: the customer, order or batch it is about */
  subject_id: ColumnType<string | null, string | null | undefined, string | null>
}

export interface FactArrivalTable {
  tenant_id: string
  source: string
  kind: string
  day: string
  /** When the first fact of that day came */
  recorded_at: Instant
}

/** A kind that is registered takes no other dimensions and measures than these; others are taken as they come */
export interface FactKindTable {
  tenant_id: string
  key: string
  name: Json
  /** What facts of this kind are about: a key of subject_type */
  subject_type: ColumnType<string | null, string | null | undefined, string | null>
  needs_subject: Generated<boolean>
  /** [{key, name}] */
  dimensions: DefaultJson
  /** [{key, name, unit}] */
  measures: DefaultJson
  /** How often one is expected at least; none = no telling */
  rhythm: Generated<string>
  /** The person who is told when none come */
  owner_id: ColumnType<string | null, string | null | undefined, string | null>
  /** The last day with facts when the owner was told of the silence: told once for each */
  silent_told_for: ColumnType<string | null, string | null | undefined, string | null>
  version: Generated<number>
  created_at: Instant
}

/** The bytes lie outside the web root under the id; name and type are only told here */
export interface FileTable {
  tenant_id: string
  id: string
  name: string
  media_type: string
  size_bytes: number
  sha256: string
  uploaded_by: ColumnType<string | null, string | null | undefined, string | null>
  uploaded_at: Instant
  /** What the file belongs to (task, import …): who may read that may read the file; null = the uploader alone */
  owner_type: ColumnType<string | null, string | null | undefined, string | null>
  owner_id: ColumnType<string | null, string | null | undefined, string | null>
}

/** Columns of a file as data, in dated versions, beside those that come with the product */
export interface FileTemplateTable {
  tenant_id: string
  id: string
  kind: string
  code: string
  name: Json
  content: Json
  valid_from: string
  valid_until: ColumnType<string | null, string | null | undefined, string | null>
  version: Generated<number>
}

export interface FlowTable {
  tenant_id: string
  id: string
  /** What sub-flows, links and other systems know it by */
  key: string
  name: Json
  description: DefaultJson
  category: Generated<string>
  icon: Generated<string>
  /** The letters before the numbers of its requests: LEAVE-2026-00012 */
  prefix: string
  /** Who may start it: everyone, some (units with all below, positions, people), or nobody but links and other flows */
  starters: DefaultJson
  /** What is being drawn: { definition, form, start }; may be unfinished */
  draft: Json
  /** For the optimistic lock of the draft; published versions have numbers of their own */
  version: Generated<number>
  current_version: ColumnType<number | null, number | null | undefined, number | null>
  changed_by_name: string
  created_at: Instant
  changed_at: Instant
  retired_at: OptionalInstant
}

/** Every try to get around a step that cannot be skipped, and that it was refused */
export interface FlowAttemptTable {
  tenant_id: string
  id: string
  at: Instant
  way: string
  code: string
  gate: ColumnType<string | null, string | null | undefined, string | null>
  subject_type: ColumnType<string | null, string | null | undefined, string | null>
  subject_key: ColumnType<string | null, string | null | undefined, string | null>
  flow_id: ColumnType<string | null, string | null | undefined, string | null>
  instance_id: ColumnType<string | null, string | null | undefined, string | null>
  node: ColumnType<string | null, string | null | undefined, string | null>
  account_id: ColumnType<string | null, string | null | undefined, string | null>
  person_id: ColumnType<string | null, string | null | undefined, string | null>
  by_name: string
  request_id: string
  /** What the sentence names: steps and people by their ids */
  facts: DefaultJson
}

/** A number that was written outside of its limit */
export interface FlowBreachTable {
  tenant_id: string
  id: string
  limit_id: string
  instance_id: string
  value: ColumnType<string, string | number, string | number>
  at: Instant
  by_name: ColumnType<string | null, string | null | undefined, string | null>
  told: Generated<string[]>
}

export interface FlowDelegationTable {
  tenant_id: string
  id: string
  from_id: string
  to_id: string
  start_at: Instant
  until_at: Instant
  flow_ids: ColumnType<string[] | null, string[] | null | undefined, string[] | null>
  /** Only while a number field is no greater: { field, value } */
  at_most: OptionalJson
  mode: string
  reason: Generated<string>
  status: string
  version: Generated<number>
  created_at: Instant
}

/** Everything that happened, in order; read again from the first it gives the state */
export interface FlowEventTable {
  tenant_id: string
  instance_id: string
  seq: number
  at: Instant
  event: Json
  /** What was known then; the form only where it had changed since the event before */
  facts: Json
  effects: Json
  /** Fields changed with the event: field -> [before, after] */
  changes: OptionalJson
  account_id: ColumnType<string | null, string | null | undefined, string | null>
  person_id: ColumnType<string | null, string | null | undefined, string | null>
  by_name: ColumnType<string | null, string | null | undefined, string | null>
  request_id: ColumnType<string | null, string | null | undefined, string | null>
}

/** That a step was passed by people, for the commands it guards; worth nothing once voided, and used up once */
export interface FlowEvidenceTable {
  tenant_id: string
  id: string
  gate: string
  subject_type: string
  subject_key: string
  instance_id: string
  node: string
  print: string
  /** The guarded fields as they were: field -> value */
  facts: DefaultJson
  by: Json
  at: Instant
  voided_at: OptionalInstant
  void_reason: ColumnType<string | null, string | null | undefined, string | null>
  consumed_at: OptionalInstant
  consumed_by: ColumnType<string | null, string | null | undefined, string | null>
}

export interface FlowInstanceTable {
  tenant_id: string
  id: string
  flow_id: string
  version: number
  number: ColumnType<string | null, string | null | undefined, string | null>
  title: Generated<string>
  /** The whole state of the engine; tasks, timers and evidence are rows made of it */
  state: Json
  status: string
  outcome: ColumnType<string | null, string | null | undefined, string | null>
  /** Events taken so far; grows with every one */
  rev: Generated<number>
  data: DefaultJson
  /** Grows when the form is changed: who decides says which form was read */
  data_rev: Generated<number>
  chosen: DefaultJson
  initiator_id: string
  /** Who stands in for the initiator: the same person, or a successor */
  owner_id: string
  /** The unit of the initiator when it was submitted, for scopes */
  unit_id: ColumnType<string | null, string | null | undefined, string | null>
  subject_type: ColumnType<string | null, string | null | undefined, string | null>
  subject_key: ColumnType<string | null, string | null | undefined, string | null>
  subject_label: ColumnType<string | null, string | null | undefined, string | null>
  /** The request that began this one, as its sub-flow (parent_child: under that id) or by a link */
  parent_id: ColumnType<string | null, string | null | undefined, string | null>
  parent_child: ColumnType<string | null, string | null | undefined, string | null>
  link_id: ColumnType<string | null, string | null | undefined, string | null>
  on_cancel: Generated<string>
  dedupe_key: ColumnType<string | null, string | null | undefined, string | null>
  due_at: OptionalInstant
  created_at: Instant
  submitted_at: OptionalInstant
  changed_at: Instant
  ended_at: OptionalInstant
  /** What it is called in each language, where nobody has named it; null = as the title says */
  title_words: OptionalJson
  /** Since when what was approved no longer holds: a revocation of it was approved */
  revoked_at: OptionalInstant
}

/** Within what a number of a form must stay; whoever is named is told when it does not */
export interface FlowLimitTable {
  tenant_id: string
  id: string
  flow_id: string
  field: string
  at_least: ColumnType<string | null, string | number | null | undefined, string | number | null>
  at_most: ColumnType<string | null, string | number | null | undefined, string | number | null>
  tell: Json
  is_on: Generated<boolean>
  version: Generated<number>
  created_at: Instant
}

/** When requests of a flow end or pass a gate, a request of another begins */
export interface FlowLinkTable {
  tenant_id: string
  id: string
  flow_id: string
  /** revoked: begins when somebody wants to take back what was approved */
  on: string
  /** Null: whatever it ends with */
  outcome: ColumnType<string | null, string | null | undefined, string | null>
  gate: ColumnType<string | null, string | null | undefined, string | null>
  target_id: string
  /** Field of the new request -> field of the old one, or =text */
  map: DefaultJson
  /** Whose the new request is: the initiator, who stands in a field, or a named person */
  owner: DefaultJson
  /** By when the new request is to be submitted, reckoned from the event */
  deadline: OptionalJson
  on_cancel: Generated<string>
  /** A field: only one new request for each of its values; null = one for each old request */
  dedupe: ColumnType<string | null, string | null | undefined, string | null>
  is_on: Generated<boolean>
  version: Generated<number>
  created_at: Instant
}

/** The last number given under a prefix in a year; flows may share one */
export interface FlowNumberTable {
  tenant_id: string
  prefix: string
  year: number
  last: number
}

/** Who was sent a copy, and at which step: they see what that step shows */
export interface FlowReaderTable {
  tenant_id: string
  instance_id: string
  person_id: string
  node: string
  at: Instant
  read_at: OptionalInstant
}

/** Who gets the next request: lines of { id, when, pool, method }, the first that holds counts */
export interface FlowRuleTable {
  tenant_id: string
  id: string
  name: Json
  cases: Json
  version: Generated<number>
  changed_by_name: string
  changed_at: Instant
}

/** Who got the last one of a line, and how many it has given */
export interface FlowRuleTurnTable {
  tenant_id: string
  rule_id: string
  case_id: string
  last_id: string
  given: Generated<number>
  at: Instant
}

export interface FlowTaskTable {
  tenant_id: string
  instance_id: string
  task: string
  flow_id: string
  token: string
  node: string
  kind: string
  person_id: string
  on_behalf_of: ColumnType<string | null, string | null | undefined, string | null>
  status: string
  /** Of a step that cannot be skipped: never decided with others at once */
  is_hard: Generated<boolean>
  opinion: ColumnType<string | null, string | null | undefined, string | null>
  signature: ColumnType<string | null, string | null | undefined, string | null>
  /** What was kept without deciding: { opinion, values } */
  draft: OptionalJson
  opened_at: Instant
  due_at: OptionalInstant
  read_at: OptionalInstant
  closed_at: OptionalInstant
}

/** What happens to a request later by itself; the row is gone once it has happened */
export interface FlowTimerTable {
  tenant_id: string
  instance_id: string
  timer: string
  node: string
  fire_at: Instant
  /** How fire_at was reckoned: { deadline, at } or { span }, so that it can be reckoned again */
  rule: OptionalJson
  /** An event to be taken instead of the timer of the step: a child that ended, evidence that came */
  event: OptionalJson
  begun_at: Instant
  calendar_version: Generated<string>
  /** Since when its clock stands still */
  paused_at: OptionalInstant
  tries: Generated<number>
  /** Why it was given up after several tries; null = not */
  trouble: ColumnType<string | null, string | null | undefined, string | null>
}

/** Never changed: requests keep the version they began with */
export interface FlowVersionTable {
  tenant_id: string
  flow_id: string
  version: number
  name: Json
  definition: Json
  form: Json
  /** What the initiator may do with fields while filling in: field -> write, read or hidden */
  start: Json
  hash: string
  verdict: string
  note: Generated<string>
  /** Why it was published although the proof ran out of its budget */
  reason: ColumnType<string | null, string | null | undefined, string | null>
  published_by: ColumnType<string | null, string | null | undefined, string | null>
  published_name: string
  published_at: Instant
}

export interface GoalTable {
  tenant_id: string
  id: string
  name: Json
  /** Local text: by what one sees that it is reached */
  measure: DefaultJson
  /** Whose goal it is; null = the whole firm's */
  unit_id: ColumnType<string | null, string | null | undefined, string | null>
  owner_id: ColumnType<string | null, string | null | undefined, string | null>
  /** The wider goal it helps to reach */
  parent_id: ColumnType<string | null, string | null | undefined, string | null>
  valid_from: string
  valid_until: string
  version: Generated<number>
  created_at: Instant
}

/** The responsibility serves the goal */
export interface GoalResponsibilityTable {
  tenant_id: string
  goal_id: string
  responsibility_id: string
  created_at: Instant
}

export interface GradeTable {
  tenant_id: string
  id: string
  code: string
  name: Json
  /** Order among grades: the higher, the more senior */
  rank: number
  /** Null for a grade of all families */
  job_family_id: ColumnType<string | null, string | null | undefined, string | null>
  version: Generated<number>
  created_at: Instant
}

/** A position, a unit or a person holds a responsibility for a period in a RACI role; exactly one is accountable in each part of the firm */
export interface HoldingTable {
  tenant_id: string
  id: string
  responsibility_id: string
  position_id: ColumnType<string | null, string | null | undefined, string | null>
  raci: string
  /** Part of the work of a position or person; what one carries adds up to at most 1000 */
  weight_permille: Generated<number>
  valid_from: string
  valid_until: ColumnType<string | null, string | null | undefined, string | null>
  unit_id: ColumnType<string | null, string | null | undefined, string | null>
  person_id: ColumnType<string | null, string | null | undefined, string | null>
  /** It holds for this unit and all below it alone; null = everywhere */
  for_unit_id: ColumnType<string | null, string | null | undefined, string | null>
}

/** One row a holding and position it is carried out on; person_id when only that person of the position does */
export interface HoldingSeatTable {
  tenant_id: ColumnType<string | null, string | null | undefined, string | null>
  holding_id: ColumnType<string | null, string | null | undefined, string | null>
  responsibility_id: ColumnType<string | null, string | null | undefined, string | null>
  raci: ColumnType<string | null, string | null | undefined, string | null>
  weight_permille: ColumnType<number | null, number | null | undefined, number | null>
  for_unit_id: ColumnType<string | null, string | null | undefined, string | null>
  position_id: ColumnType<string | null, string | null | undefined, string | null>
  person_id: ColumnType<string | null, string | null | undefined, string | null>
  valid_from: ColumnType<string | null, string | null | undefined, string | null>
  valid_until: ColumnType<string | null, string | null | undefined, string | null>
}

export interface IdempotencyKeyTable {
  tenant_id: string
  account_id: string
  key: string
  request_hash: string
  response: Json
  created_at: Instant
}

/** What was taken in, by whom and when; a refused file leaves no row */
export interface ImportRunTable {
  tenant_id: string
  id: string
  kind: string
  file_name: string
  row_count: number
  created: number
  updated: number
  unchanged: number
  account_id: ColumnType<string | null, string | null | undefined, string | null>
  actor_name: string
  at: Instant
}

/** What a plan brought a person in a month, or the difference it made there to an earlier one */
export interface IncentiveEntryTable {
  tenant_id: string
  id: string
  settlement_id: string
  plan_id: string
  terms_id: string
  person_id: string
  unit_id: ColumnType<string | null, string | null | undefined, string | null>
  period: string
  /** The month the result belongs to: earlier than period when it came late or was taken back */
  origin: string
  /** The value it was reckoned on, in thousandths */
  milli: ColumnType<number | null, number | null | undefined, number | null>
  fen: number
  /** PayStep[] of core/incentive */
  steps: DefaultJson
}

/** What each fact brought, or took back, in an entry */
export interface IncentiveEntryFactTable {
  tenant_id: string
  entry_id: string
  fact_id: string
  milli: number
  fen: number
  why: Generated<string>
}

export interface IncentivePlanTable {
  tenant_id: string
  id: string
  code: string
  name: Json
  note: Generated<string>
  version: Generated<number>
  created_at: Instant
}

/** A month that is settled. Facts that come later are differences in a later one */
export interface IncentiveSettlementTable {
  tenant_id: string
  id: string
  period: string
  total_fen: number
  people: number
  settled_at: Instant
  settled_by_id: ColumnType<string | null, string | null | undefined, string | null>
  settler: string
}

/** A version of a plan: PlanTerms of core/incentive. A draft pays nothing; one that is on holds from a month on */
export interface IncentiveTermsTable {
  tenant_id: string
  id: string
  plan_id: string
  terms: Json
  state: Generated<string>
  valid_from: ColumnType<string | null, string | null | undefined, string | null>
  valid_until: ColumnType<string | null, string | null | undefined, string | null>
  switched_on_at: OptionalInstant
  switched_on_by: ColumnType<string | null, string | null | undefined, string | null>
  switcher: ColumnType<string | null, string | null | undefined, string | null>
  version: Generated<number>
  created_at: Instant
}

/** One-time links: with an account, to set its password; without, to make the first administrator of a new tenant */
export interface InvitationTable {
  token_hash: Buffer
  tenant_id: string
  account_id: ColumnType<string | null, string | null | undefined, string | null>
  expires_at: Instant
  used_at: OptionalInstant
}

/** Kinds of work that people grow in: research, sales, production */
export interface JobFamilyTable {
  tenant_id: string
  id: string
  code: string
  name: Json
  version: Generated<number>
  created_at: Instant
}

/** A template that positions follow: what a kind of job asks of who does it */
export interface JobProfileTable {
  tenant_id: string
  id: string
  code: string
  created_at: Instant
}

export interface JobProfileVersionTable {
  tenant_id: string
  id: string
  profile_id: string
  number: number
  name: Json
  summary: DefaultJson
  job_family_id: ColumnType<string | null, string | null | undefined, string | null>
  grade_id: ColumnType<string | null, string | null | undefined, string | null>
  /** List of requirements: skills with levels, education, years, certificates; each a must or a wish */
  requirements: DefaultJson
  /** Licence line of the library it was taken from */
  attribution: Generated<string>
  change_note: Generated<string>
  valid_from: string
  valid_until: ColumnType<string | null, string | null | undefined, string | null>
  created_at: Instant
  created_by: ColumnType<string | null, string | null | undefined, string | null>
}

export interface LabourBudgetTable {
  tenant_id: string
  unit_id: string
  responsibility_id: ColumnType<string | null, string | null | undefined, string | null>
  period: string
  fen: number
  imported_at: Instant
}

/** A fact of a closed period that came after it was closed: told, never counted */
export interface LateFactTable {
  tenant_id: string
  period_id: string
  fact_id: string
}

/** Accounts of the ledger that vouchers of pay use */
export interface LedgerAccountTable {
  tenant_id: string
  code: string
  name: Json
  is_active: Generated<boolean>
  version: Generated<number>
}

/** How vouchers of an employer reach Kingdee Cloud */
export interface LedgerLinkTable {
  tenant_id: string
  employer_unit_id: string
  url: string
  account_set: string
  book: string
  voucher_group: Generated<string>
  user_name: string
  app_id: string
  /** Sealed: bound to table, column and row */
  secret: Buffer
  is_on: Generated<boolean>
  version: Generated<number>
}

/** A unit of kind company as the register knows it */
export interface LegalEntityTable {
  tenant_id: string
  unit_id: string
  registered_name: string
  /** Unified social credit code, 18 characters */
  credit_code: ColumnType<string | null, string | null | undefined, string | null>
  /** Place of registration */
  place: ColumnType<string | null, string | null | undefined, string | null>
  version: Generated<number>
}

export interface LibraryProfileTable {
  code: string
  /** Which library it came from; its licence line is shown wherever it is used */
  source: string
  title: string
  description: string
}

export interface LibrarySkillTable {
  code: string
  skill: string
  /** 1 to 5 */
  importance: ColumnType<string, string | number, string | number>
  /** 0 to 7 */
  level: ColumnType<string, string | number, string | number>
}

export interface LibrarySourceTable {
  source: string
  name: string
  attribution: string
  imported_at: Instant
}

export interface LibraryTaskTable {
  code: string
  task_id: string
  task: string
  is_core: boolean
}

export interface LibraryTitleTable {
  code: string
  title: string
}

export interface ModuleSwitchTable {
  tenant_id: string
  module: string
  is_on: boolean
  changed_at: Instant
}

export interface NotificationTable {
  tenant_id: string
  id: string
  account_id: string
  /** Key of the sentence in the words: module.notifications.kind; facts fill it in the reader's language */
  kind: string
  facts: Json
  link: string
  at: Instant
  read_at: OptionalInstant
  /** Tells a reminder from its repetition */
  once_key: ColumnType<string | null, string | null | undefined, string | null>
}

/** Whether two statements are the same work; if so who leads it and who supports */
export interface OverlapDecisionTable {
  tenant_id: string
  pair_id: string
  verdict: string
  reason: Generated<string>
  lead_unit_id: ColumnType<string | null, string | null | undefined, string | null>
  support_unit_id: ColumnType<string | null, string | null | undefined, string | null>
  /** The first day it no longer holds: the pair is open again; null = for good */
  until: ColumnType<string | null, string | null | undefined, string | null>
  note: Generated<string>
  /** The score when it was decided, to tell how far a band can be trusted */
  score_permille: number
  /** The draft of a re-organisation that carries it out */
  draft_id: ColumnType<string | null, string | null | undefined, string | null>
  version: Generated<number>
  decided_at: Instant
  decided_by: ColumnType<string | null, string | null | undefined, string | null>
}

export interface OverlapPairTable {
  tenant_id: string
  id: string
  first_id: string
  second_id: string
  /** How alike in wording: 1000 = the same words */
  score_permille: number
  /** Names (local texts) of indicators that the two responsibilities both have */
  indicators: DefaultJson
  is_current: Generated<boolean>
  found_at: Instant
}

/** The latest comparison of everything with everything */
export interface OverlapRunTable {
  tenant_id: string
  id: string
  day: string
  finished_at: Instant
  statement_count: number
  pair_count: number
}

/** Copied from the version in force; the id is made of responsibility, part and wording, so that a decision outlives a new version that says the same */
export interface OverlapStatementTable {
  tenant_id: string
  id: string
  responsibility_id: string
  /** Of the accountable holder, else of the responsibility */
  unit_id: string
  part: string
  /** Local text: language -> sentence */
  text: Json
  /** False once no version in force says it; kept only because of a decision */
  is_current: Generated<boolean>
}

/** No amount is stored here or in the request: flows are read by more people than pay is */
export interface PayCertificateTable {
  tenant_id: string
  id: string
  person_id: string
  request_id: string
  number: string
  purpose: string
  language: string
  months: number
  /** The last month of payment it tells of, fixed when it was approved */
  until_month: string
  approved_at: Instant
}

/** What checking a run found; a warning is accepted with a note, a blocking one must go away */
export interface PayFindingTable {
  tenant_id: string
  id: string
  run_id: string
  person_id: ColumnType<string | null, string | null | undefined, string | null>
  code: string
  severity: string
  facts: DefaultJson
  note: ColumnType<string | null, string | null | undefined, string | null>
  accepted_by_id: ColumnType<string | null, string | null | undefined, string | null>
  accepted_at: OptionalInstant
}

/** People who are paid together: same employer, country, rhythm and day */
export interface PayGroupTable {
  tenant_id: string
  id: string
  code: string
  name: Json
  /** The legal entity that pays and withholds: tax is cumulated per employer */
  employer_unit_id: string
  jurisdiction: Generated<string>
  /** Where contributions are due unless a person's terms say another */
  city: ColumnType<string | null, string | null | undefined, string | null>
  frequency: Generated<string>
  /** Day of the month; a month too short takes its last day, a rest day the workday before */
  pay_day: Generated<number>
  pays_next_month: Generated<boolean>
  /** How part of a month is paid: china.md 3.2 lists four methods */
  proration: Generated<string>
  is_active: Generated<boolean>
  version: Generated<number>
}

/** Pay of one person is computed but kept back until it is released */
export interface PayHoldTable {
  tenant_id: string
  id: string
  person_id: string
  reason: string
  from_period: string
  released_at: OptionalInstant
  created_by_id: ColumnType<string | null, string | null | undefined, string | null>
  created_at: Instant
  version: Generated<number>
}

/** What is known of a person's month: one-off amounts, hours, days, and arrears of closed periods */
export interface PayInputTable {
  tenant_id: string
  id: string
  person_id: string
  period: string
  name: string
  value: ColumnType<string, string | number, string | number>
  source: string
  /** Tells two of one source apart; the same file or the same arrears twice is the same row */
  source_key: Generated<string>
  label: Generated<string>
  /** The page that shows where it comes from */
  path: ColumnType<string | null, string | null | undefined, string | null>
  run_kind: Generated<string>
  used_by_run_id: ColumnType<string | null, string | null | undefined, string | null>
  created_by_id: ColumnType<string | null, string | null | undefined, string | null>
  created_at: Instant
  version: Generated<number>
}

/** A line of pay as a formula, in dated versions; one without a group holds for all groups, one of a group goes before it */
export interface PayItemTable {
  tenant_id: string
  id: string
  group_id: ColumnType<string | null, string | null | undefined, string | null>
  code: string
  name: Json
  kind: string
  formula: string
  is_taxable: Generated<boolean>
  /** Counts when pay is compared with the minimum wage: overtime, night and heat allowances do not */
  is_normal_hours: Generated<boolean>
  /** A rounding of core/payroll; null = half up to the cent */
  rounding: ColumnType<string | null, string | null | undefined, string | null>
  /** Order on the slip; never the order of computing */
  place: Generated<number>
  is_on_slip: Generated<boolean>
  valid_from: string
  valid_until: ColumnType<string | null, string | null | undefined, string | null>
  version: Generated<number>
  /** As what a taxable earning is taxed: with the wage, as the annual bonus, as severance */
  taxed_as: Generated<string>
}

export interface PayMessageTable {
  tenant_id: string
  id: string
  question_id: string
  account_id: string
  text: string
  is_from_payroll: boolean
  created_at: Instant
}

/** The year to date a person brought along when the firm began here in mid-year */
export interface PayOpeningTable {
  tenant_id: string
  id: string
  person_id: string
  employer_unit_id: string
  year: number
  state: Json
  source: string
  created_at: Instant
  version: Generated<number>
}

/** Dated data of the law that a firm changed or added: rates, bounds, minimum wages. What is not here is taken from the packs that come with the product */
export interface PayParameterTable {
  tenant_id: string
  id: string
  jurisdiction: string
  city: ColumnType<string | null, string | null | undefined, string | null>
  kind: string
  content: Json
  source: string
  /** What is not known yet: using it is refused with a sentence */
  missing: Generated<string[]>
  valid_from: string
  valid_until: ColumnType<string | null, string | null | undefined, string | null>
  version: Generated<number>
  changed_at: Instant
}

export interface PayQuestionTable {
  tenant_id: string
  id: string
  slip_id: string
  person_id: string
  line_code: ColumnType<string | null, string | null | undefined, string | null>
  state: Generated<string>
  created_at: Instant
  version: Generated<number>
}

/** What could not be taken from a wage and is recovered from the next */
export interface PayReceivableTable {
  tenant_id: string
  id: string
  person_id: string
  slip_id: string
  fen: number
  recovered_fen: Generated<number>
  created_at: Instant
}

export interface PayRunTable {
  tenant_id: string
  id: string
  group_id: string
  period: string
  kind: Generated<string>
  /** Counts the runs of a group, period and kind */
  number: Generated<number>
  title: Generated<string>
  paid_on: string
  state: Generated<string>
  is_locked: Generated<boolean>
  progress: OptionalJson
  totals: DefaultJson
  /** What it was computed with: version and source of each piece of dated data, items as they were */
  parameters: DefaultJson
  /** Account that made it; who publishes must be another */
  made_by_id: ColumnType<string | null, string | null | undefined, string | null>
  submitted_by_id: ColumnType<string | null, string | null | undefined, string | null>
  published_by_id: ColumnType<string | null, string | null | undefined, string | null>
  request_id: ColumnType<string | null, string | null | undefined, string | null>
  created_at: Instant
  calculated_at: OptionalInstant
  published_at: OptionalInstant
  version: Generated<number>
  /** Counts the computings of a run; what an older one left behind is taken away at the end */
  calculation: Generated<number>
  /** While computing: everybody up to this one is done */
  after_person_id: ColumnType<string | null, string | null | undefined, string | null>
}

/** One person's pay of one run; a published one is never changed: differences come as lines of a later run */
export interface PaySlipTable {
  tenant_id: string
  id: string
  run_id: string
  person_id: string
  period: string
  paid_on: string
  /** Home unit on the last day of the period, for cost and access */
  unit_id: ColumnType<string | null, string | null | undefined, string | null>
  position_id: ColumnType<string | null, string | null | undefined, string | null>
  state: string
  is_locked: Generated<boolean>
  gross_fen: Generated<number>
  insurance_fen: Generated<number>
  tax_fen: Generated<number>
  deductions_fen: Generated<number>
  net_fen: Generated<number>
  receivable_fen: Generated<number>
  employer_cost_fen: Generated<number>
  /** PayLine[] of core/payroll: code, side, fen, reason with rule, source and facts; an item's name is looked up by its code and the run's day */
  lines: DefaultJson
  /** PayInput[]: {name, value, source: {kind, label, path}}: what went in and where it opens */
  inputs: DefaultJson
  /** The year to date it was computed from, of the jurisdiction's own shape */
  year_before: OptionalJson
  year_after: OptionalJson
  /** Why there is no result: {code, facts} of core/payroll or of gathering */
  problem: OptionalJson
  published_at: OptionalInstant
  opened_at: OptionalInstant
  confirmed_at: OptionalInstant
  version: Generated<number>
  calculation: Generated<number>
  /** What of earlier receivables went into it */
  recovered_fen: Generated<number>
  /** Pays one-off amounts alone: no wage of the period, no contributions */
  is_once: Generated<boolean>
  computed_at: OptionalInstant
}

/** What a person is paid from a day on: wage of a full period, fixed amounts, how contributions and tax are reckoned */
export interface PayTermTable {
  tenant_id: string
  id: string
  person_id: string
  group_id: string
  wage_fen: number
  /** Fixed amounts by input name, text with two decimals: {"position_allowance": "300.00"} */
  amounts: DefaultJson
  city: ColumnType<string | null, string | null | undefined, string | null>
  /** Declared contribution bases in fen by scheme, "all" for those not named */
  bases: DefaultJson
  rates: DefaultJson
  excepted: Generated<string[]>
  /** How the country's tax treats the person: first job in the year, 60,000 from January, non-resident, filing status, birth day … */
  standing: DefaultJson
  reason: Generated<string>
  valid_from: string
  valid_until: ColumnType<string | null, string | null | undefined, string | null>
  version: Generated<number>
  changed_at: Instant
}

export interface PersonTable {
  tenant_id: string
  id: string
  /** Staff number, as imports and other systems know the person */
  number: string
  name: string
  /** For search and order: full pinyin, a space, then initials; made from the name */
  pinyin: Generated<string>
  latin_name: ColumnType<string | null, string | null | undefined, string | null>
  mobile: ColumnType<string | null, string | null | undefined, string | null>
  email: ColumnType<string | null, string | null | undefined, string | null>
  version: Generated<number>
  created_at: Instant
  /** Pinyin without spaces, number, name and Latin name in small letters, a line each */
  sought: Generated<string>
}

export interface PersonnelFileTable {
  tenant_id: string
  person_id: string
  employment: Generated<string>
  hired_on: ColumnType<string | null, string | null | undefined, string | null>
  /** The first day the person is no longer employed */
  left_on: ColumnType<string | null, string | null | undefined, string | null>
  birth_day: ColumnType<string | null, string | null | undefined, string | null>
  gender: ColumnType<string | null, string | null | undefined, string | null>
  /** Sensitive: masked unless people.read-identity */
  id_number: ColumnType<string | null, string | null | undefined, string | null>
  education: ColumnType<string | null, string | null | undefined, string | null>
  emergency_contact: ColumnType<string | null, string | null | undefined, string | null>
  version: Generated<number>
  /** The company the contract is with, when it is not the one the main seat belongs to */
  employer_unit_id: ColumnType<string | null, string | null | undefined, string | null>
}

export interface PositionTable {
  tenant_id: string
  id: string
  code: string
  created_at: Instant
}

/** Which profile a position follows in a period, and what it asks for beside it */
export interface PositionNeedTable {
  tenant_id: string
  id: string
  position_id: string
  profile_id: ColumnType<string | null, string | null | undefined, string | null>
  requirements: DefaultJson
  valid_from: string
  valid_until: ColumnType<string | null, string | null | undefined, string | null>
}

export interface PositionVersionTable {
  tenant_id: string
  id: string
  position_id: string
  unit_id: string
  /** Local text: language -> title */
  title: Json
  headcount: Generated<number>
  /** The position it answers to; lines run between positions, so a vacancy does not break them */
  reports_to_id: ColumnType<string | null, string | null | undefined, string | null>
  /** True for the position that leads its unit */
  is_lead: Generated<boolean>
  valid_from: string
  valid_until: ColumnType<string | null, string | null | undefined, string | null>
  job_family_id: ColumnType<string | null, string | null | undefined, string | null>
  grade_id: ColumnType<string | null, string | null | undefined, string | null>
}

/** A report as it was made for one recipient, under that one's rights */
export interface ReportDeliveryTable {
  tenant_id: string
  id: string
  schedule_id: string
  account_id: string
  due_at: Instant
  made_at: Instant
  file_id: ColumnType<string | null, string | null | undefined, string | null>
  /** Why there is no file, or why it did not go by mail */
  failure: ColumnType<string | null, string | null | undefined, string | null>
  mailed_at: OptionalInstant
}

export interface ReportRecipientTable {
  tenant_id: string
  schedule_id: string
  account_id: string
}

export interface ReportScheduleTable {
  tenant_id: string
  id: string
  account_id: string
  dashboard_id: ColumnType<string | null, string | null | undefined, string | null>
  /** What is sent when it is no dashboard: one part with its filters */
  part: OptionalJson
  format: string
  rhythm: string
  /** Weekday 1 (Monday) to 7, or day of the month; a month too short takes its last day */
  on_day: Generated<number>
  at_time: string
  by_mail: Generated<boolean>
  is_on: Generated<boolean>
  /** When it is sent next */
  next_at: Instant
  version: Generated<number>
  created_at: Instant
}

export interface ResponsibilityTable {
  tenant_id: string
  id: string
  code: string
  /** The unit whose business it is; null = of the whole firm */
  unit_id: ColumnType<string | null, string | null | undefined, string | null>
  created_at: Instant
  /** Kind of work: business with customers, production, control, support, management, project */
  kind: Generated<string>
}

export interface ResponsibilityDutyTable {
  tenant_id: string
  id: string
  version_id: string
  key: string
  name: Json
  steps: DefaultJson
  /** When it is due and how many times, see core/cadence */
  cadence: Json
  /** What is filled in when work is handed in, see core/form */
  form: DefaultJson
  /** Kind of the fact one hand-in makes */
  fact_kind: string
  sort_order: Generated<number>
  /** Several holders, counting by facts, subtasks, reminders; see core/cadence */
  handling: DefaultJson
}

export interface ResponsibilityIndicatorTable {
  tenant_id: string
  id: string
  version_id: string
  /** Stays the same from version to version, so a figure can be followed over a change */
  key: string
  name: Json
  unit: Generated<string>
  /** up: more is better; down: less is better */
  direction: string
  target: ColumnType<string, string | number, string | number>
  weight_permille: number
  period: string
  /** How it is computed from facts, see core/indicator */
  measure: Json
  sort_order: Generated<number>
  /** List of { unitId, target }: the target for a unit and all below it; the nearest counts */
  local_targets: DefaultJson
  /** fixed · factors or values of twelve months · last-year with a change in permille; target is the base, or what counts where last year has no figure */
  target_rule: DefaultJson
  /** List of { kind: person or position, id, target }: counts before any target by unit */
  holder_targets: DefaultJson
  /** { kind: person or position, id }: who answers for the indicator itself */
  owner: OptionalJson
  /** Part of what is due, in permille, from which the light is amber and green */
  thresholds: DefaultJson
}

/** Another responsibility this one is made of. By reference it follows the versions of the original; of a copy only the origin is kept */
export interface ResponsibilityPartTable {
  tenant_id: string
  id: string
  version_id: string
  part_id: string
  mode: string
  /** The version it was copied from */
  from_version_id: ColumnType<string | null, string | null | undefined, string | null>
  /** Share of the part in the whole; with the weights of the own indicators it comes to 1000 */
  weight_permille: Generated<number>
  /** List of { key, unitId, target }: other targets than the original has; unitId null = wherever the whole is held */
  targets: DefaultJson
  sort_order: Generated<number>
}

/** What a responsibility says in a period. Never edited after its first day: a change is a new version */
export interface ResponsibilityVersionTable {
  tenant_id: string
  id: string
  responsibility_id: string
  number: number
  name: Json
  purpose: Json
  /** List of local texts: what is done (likewise inputs, outputs, capabilities, process_rules) */
  activities: DefaultJson
  inputs: DefaultJson
  outputs: DefaultJson
  capabilities: DefaultJson
  process_rules: DefaultJson
  /** List of { title, body | link }: procedures, templates, questions */
  knowledge: DefaultJson
  change_note: Generated<string>
  /** Licence line of the library it was taken from */
  attribution: Generated<string>
  /** infinity for a draft: no day reaches it, so it makes no tasks and stands on no board */
  valid_from: string
  valid_until: ColumnType<string | null, string | null | undefined, string | null>
  created_at: Instant
  created_by: ColumnType<string | null, string | null | undefined, string | null>
  /** Permissions that who carries it needs: a list of names such as tasks.give */
  rights: DefaultJson
  /** Of the Chinese name, for search */
  pinyin: Generated<string>
}

/** How a person is judged in a round; never changed once frozen */
export interface ReviewTable {
  tenant_id: string
  id: string
  round_id: string
  person_id: string
  /** Where the person sat at the end of the period (likewise position_id) */
  unit_id: ColumnType<string | null, string | null | undefined, string | null>
  position_id: ColumnType<string | null, string | null | undefined, string | null>
  period: string
  period_from: string
  /** List of { schemeVersionId, from, until }: by which version on which days */
  spans: Json
  /** What was computed: leaves, sum, vetoes, see core/performance; with names and figures as they stood */
  result: OptionalJson
  computed_hundredths: ColumnType<number | null, number | null | undefined, number | null>
  /** The score that counts: as computed, unless somebody decided another one (review_change) */
  score_hundredths: ColumnType<number | null, number | null | undefined, number | null>
  level: ColumnType<string | null, string | null | undefined, string | null>
  version: Generated<number>
  confirmed_at: OptionalInstant
  appeal_request_id: ColumnType<string | null, string | null | undefined, string | null>
  appeal_state: ColumnType<string | null, string | null | undefined, string | null>
  frozen_at: OptionalInstant
}

/** Each score somebody decided, and why; after freezing only corrections are added, and the last one counts */
export interface ReviewChangeTable {
  tenant_id: string
  id: string
  review_id: string
  kind: string
  before_hundredths: ColumnType<number | null, number | null | undefined, number | null>
  after_hundredths: number
  reason: string
  changed_at: Instant
  changed_by: ColumnType<string | null, string | null | undefined, string | null>
  changer: string
}

/** What one person says in a review: self, manager, a peer asked, or what customers said as somebody noted it */
export interface ReviewPartTable {
  tenant_id: string
  id: string
  review_id: string
  part: string
  reviewer_id: string
  /** By the key of a manual line: { scoreHundredths, reason } */
  scores: DefaultJson
  note: Generated<string>
  version: Generated<number>
  submitted_at: OptionalInstant
  created_at: Instant
}

export interface ReviewRoundTable {
  tenant_id: string
  id: string
  name: Json
  period: string
  valid_from: string
  valid_until: string
  /** The unit with all below it whose people are judged; null = the whole firm */
  unit_id: ColumnType<string | null, string | null | undefined, string | null>
  /** The day by which people are to review */
  due_on: string
  state: Generated<string>
  version: Generated<number>
  created_at: Instant
  computed_at: OptionalInstant
  /** The day on which who has not reviewed was last reminded */
  chased_on: ColumnType<string | null, string | null | undefined, string | null>
  frozen_at: OptionalInstant
  frozen_by: ColumnType<string | null, string | null | undefined, string | null>
}

/** How people are judged: lines with weights, curves, parts and levels, see core/performance */
export interface ReviewSchemeTable {
  tenant_id: string
  id: string
  code: string
  name: Json
  period: string
  /** What the next version will say; null when nothing was changed since the last */
  draft: OptionalJson
  version: Generated<number>
  created_at: Instant
}

/** Whom a scheme judges: who holds the position, else a position of the profile, else one in the unit or the nearest above */
export interface ReviewSchemePlaceTable {
  tenant_id: string
  id: string
  scheme_id: string
  period: string
  kind: string
  target_id: string
  valid_from: string
  valid_until: ColumnType<string | null, string | null | undefined, string | null>
  created_at: Instant
}

/** What a scheme says in a period. Only the day it ends on ever changes */
export interface ReviewSchemeVersionTable {
  tenant_id: string
  id: string
  scheme_id: string
  number: number
  content: Json
  valid_from: string
  valid_until: ColumnType<string | null, string | null | undefined, string | null>
  created_at: Instant
  created_by: ColumnType<string | null, string | null | undefined, string | null>
}

export interface RoleTable {
  tenant_id: string
  id: string
  key: string
  /** Null for the preset roles, whose names are translated */
  name: ColumnType<string | null, string | null | undefined, string | null>
  version: Generated<number>
}

export interface RoleGrantTable {
  tenant_id: string
  role_id: string
  permission: string
  scope: string
  effect: Generated<string>
}

export interface SavedViewTable {
  tenant_id: string
  id: string
  /** module.screen */
  screen: string
  name: string
  state: Json
  account_id: string
  is_shared: Generated<boolean>
  created_at: Instant
}

export interface SessionTable {
  tenant_id: string
  id: string
  token_hash: Buffer
  account_id: string
  auth_epoch: number
  device: string
  address: string
  created_at: Instant
  seen_at: Instant
  idle_until: Instant
  ends_at: Instant
  confirmed_at: Instant
}

export interface SettingTable {
  tenant_id: string
  key: string
  value: Json
  changed_at: Instant
}

/** Stands apart from account, so that a login nobody has is slowed down alike */
export interface SignInFailureTable {
  tenant_id: string
  /** First 16 bytes of SHA-256, base64url, of login:…, pair:… or address:… */
  subject: string
  failures: number
  retry_after: OptionalInstant
  last_at: Instant
}

export interface SourceTable {
  tenant_id: string
  id: string
  /** Its facts have the source source:<code>; never changed */
  code: string
  name: string
  kind: string
  state: Generated<string>
  /** How it is asked, without any secret; empty for a webhook */
  address: DefaultJson
  /** Which field of a row is what of a fact; null until it is stated */
  mapping: OptionalJson
  /** sound: bad rows are kept apart; whole: a page or delivery with a bad row is refused */
  takes: Generated<string>
  /** Null: only when asked by hand, or told */
  every_minutes: ColumnType<number | null, number | null | undefined, number | null>
  rhythm: Generated<string>
  owner_id: ColumnType<string | null, string | null | undefined, string | null>
  /** How far it was read: saved with the facts */
  cursor: OptionalJson
  last_fact_at: OptionalInstant
  last_run_at: OptionalInstant
  next_run_at: OptionalInstant
  failing_since: OptionalInstant
  failures: Generated<number>
  /** The run that reads it now; another may begin after running_until */
  running_id: ColumnType<string | null, string | null | undefined, string | null>
  running_until: OptionalInstant
  /** The last day with facts when the owner was told of the silence: told once for each */
  silent_told_for: ColumnType<string | null, string | null | undefined, string | null>
  version: Generated<number>
  created_at: Instant
}

/** Rows that could not be taken, as they came; at most some thousand a source, and for some time */
export interface SourceRejectTable {
  tenant_id: string
  id: string
  source_id: string
  run_id: string
  at: Instant
  payload: Json
  code: string
  facts: DefaultJson
  state: Generated<string>
  settled_at: OptionalInstant
}

export interface SourceRunTable {
  tenant_id: string
  id: string
  source_id: string
  cause: string
  started_at: Instant
  ended_at: OptionalInstant
  rows: Generated<number>
  recorded: Generated<number>
  known: Generated<number>
  refused: Generated<number>
  /** {code, facts}: why it ended before all was read */
  problem: OptionalJson
}

export interface SourceSecretTable {
  tenant_id: string
  id: string
  source_id: string
  /** sensitive */
  value: string
  created_at: Instant
  /** Set when a new one was made: both are good until then */
  valid_until: OptionalInstant
}

export interface SubjectTable {
  tenant_id: string
  id: string
  type: string
  /** What it is called where it comes from: the number in the ERP, the CRM or the MES */
  key: string
  name: string
  pinyin: Generated<string>
  /** Who answers for it now; null = nobody yet */
  owner_id: ColumnType<string | null, string | null | undefined, string | null>
  /** The unit it belongs to: decides, with the owner, who may see it */
  unit_id: ColumnType<string | null, string | null | undefined, string | null>
  state: Generated<string>
  /** Text by name */
  attributes: DefaultJson
  version: Generated<number>
  created_at: Instant
  closed_at: OptionalInstant
  /** Pinyin without spaces, key and name in small letters, a line each */
  sought: Generated<string>
}

/** Types beside those that come with the product, or other names for those */
export interface SubjectTypeTable {
  tenant_id: string
  key: string
  name: Json
  icon: Generated<string>
  created_at: Instant
}

export interface SubtaskTable {
  tenant_id: string
  id: string
  task_id: string
  title: Json
  /** Until it is ticked the task cannot be completed by handing in */
  is_mandatory: Generated<boolean>
  sort_order: Generated<number>
  done_at: OptionalInstant
  done_by_id: ColumnType<string | null, string | null | undefined, string | null>
}

/** The facts of a person in a month added up for the figures the person answers for; counts only without a mark */
export interface TallyTable {
  tenant_id: string
  person_id: string
  month: string
  /** Hash of what the indicators asked for: others ask for another sum */
  needs: string
  tallies: Json
  computed_at: Instant
}

/** A fact came for this person and month: its tally no longer counts until it is computed again. Only added to and taken away, never waited for */
export interface TallyMarkTable {
  tenant_id: string
  id: Generated<string>
  person_id: string
  month: string
}

export interface TaskTable {
  tenant_id: string
  id: string
  title: Json
  origin: string
  responsibility_id: ColumnType<string | null, string | null | undefined, string | null>
  duty_id: ColumnType<string | null, string | null | undefined, string | null>
  position_id: ColumnType<string | null, string | null | undefined, string | null>
  /** Who does it */
  person_id: string
  /** The unit of the position it came with, as it was when the task was made: decides who may see it */
  unit_id: string
  period_from: string
  period_until: string
  due_at: Instant
  /** How many times it is to be handed in ("5 customers a week") */
  quantity_due: Generated<number>
  quantity_done: Generated<number>
  status: Generated<string>
  done_at: OptionalInstant
  reminded_at: OptionalInstant
  /** duty, person and period: the same piece of work is never made twice */
  once_key: string
  note: Generated<string>
  /** The person who gave it by hand; null for one that a duty made */
  given_by: ColumnType<string | null, string | null | undefined, string | null>
  cancel_reason: ColumnType<string | null, string | null | undefined, string | null>
  version: Generated<number>
  created_at: Instant
  grace_hours: Generated<number>
  /** Past this it is late: the due time and the grace */
  late_at: DefaultInstant
  /** When its doer is reminded before it is due; null: some hours before, as the module is set */
  remind_at: OptionalInstant
  /** When the superior is told of a late one; null: never */
  escalate_at: OptionalInstant
  escalated_at: OptionalInstant
  /** Tasks with the same key are one piece of work: when one of them is done, the others close */
  group_key: ColumnType<string | null, string | null | undefined, string | null>
  /** Another of the group who did it; the task itself is then cancelled */
  done_by_id: ColumnType<string | null, string | null | undefined, string | null>
  /** The absent holder in whose stead person_id does it */
  for_person_id: ColumnType<string | null, string | null | undefined, string | null>
  /** The customer, order, batch … it is about */
  subject_id: ColumnType<string | null, string | null | undefined, string | null>
  /** The happening that asked for it */
  fact_id: ColumnType<string | null, string | null | undefined, string | null>
  /** Facts of this kind count as done by themselves */
  counts_kind: ColumnType<string | null, string | null | undefined, string | null>
  /** Since when nobody asks for it any more, after an appeal: it is cancelled, and never late */
  excused_at: OptionalInstant
  /** When it was due at first, if it was put off since */
  first_due_at: OptionalInstant
}

export interface TaskCommentTable {
  tenant_id: string
  id: string
  task_id: string
  person_id: string
  words: string
  /** People it calls by name: they may read the task since */
  mentions: Generated<string[]>
  written_at: Instant
  edited_at: OptionalInstant
  deleted_at: OptionalInstant
}

/** How often a task was done by itself, by the source of the facts */
export interface TaskCountTable {
  tenant_id: string
  task_id: string
  source: string
  count: number
}

/** One hand-in: what was filled in; photos are files owned by it (tasks.entry) */
export interface TaskEntryTable {
  tenant_id: string
  id: string
  task_id: string
  person_id: string
  happened_at: Instant
  form_values: DefaultJson
  note: Generated<string>
  handed_in_at: Instant
  taken_back_at: OptionalInstant
}

/** Who else may read this one task; a helper may hand in too */
export interface TaskGuestTable {
  tenant_id: string
  task_id: string
  person_id: string
  kind: string
  since: Instant
}

/** "I can't do it": a colleague is asked for help or to take it over, the superior to move or to judge it */
export interface TaskPleaTable {
  tenant_id: string
  id: string
  task_id: string
  kind: string
  asker_id: string
  asked_id: string
  reason: string
  state: Generated<string>
  outcome: ColumnType<string | null, string | null | undefined, string | null>
  asked_at: Instant
  decider_id: ColumnType<string | null, string | null | undefined, string | null>
  decided_at: OptionalInstant
  answer: Generated<string>
}

/** The last day whose tasks were made: days after it were missed while the server was down */
export interface TaskRunTable {
  tenant_id: string
  made_until: string
}

/** What a task is about besides the subject it was made for */
export interface TaskSubjectTable {
  tenant_id: string
  task_id: string
  subject_id: string
  linked_at: Instant
}

/** What the tax client computed of a person's month, held against the slip */
export interface TaxResultTable {
  tenant_id: string
  employer_unit_id: string
  period: string
  person_id: string
  figures: Json
  /** [{step, ours, theirs}] in fen, in the order of the computation: the first is where they part */
  differences: DefaultJson
  imported_at: Instant
}

export interface TenantTable {
  id: string
  slug: string
  name: string
  language: Generated<string>
  time_zone: Generated<string>
  is_demo: Generated<boolean>
  /** Grows when units, lines, roles or module switches change; caches of rights are keyed by it */
  structure_version: Generated<number>
  created_at: Instant
}

export interface UnitTable {
  tenant_id: string
  id: string
  /** What imports and other systems know the unit by */
  code: string
  created_at: Instant
}

export interface UnitVersionTable {
  tenant_id: string
  id: string
  unit_id: string
  /** Local text: language -> name */
  name: Json
  kind: string
  /** Null for the root */
  parent_id: ColumnType<string | null, string | null | undefined, string | null>
  sort_order: Generated<number>
  valid_from: string
  valid_until: ColumnType<string | null, string | null | undefined, string | null>
}

/** One step of one run in the ledger's language. Never changed: what was wrong is reversed and made again */
export interface VoucherTable {
  tenant_id: string
  id: string
  employer_unit_id: string
  run_id: string
  step: string
  /** Month of the ledger, of dated_on */
  period: string
  /** Counts the vouchers of an employer in a month */
  number: number
  dated_on: string
  summary: string
  total_fen: number
  reverses_id: ColumnType<string | null, string | null | undefined, string | null>
  reason: Generated<string>
  is_reversed: Generated<boolean>
  made_by_id: ColumnType<string | null, string | null | undefined, string | null>
  made_at: Instant
}

/** Account and cost centre as they were called when it was made: a changed mapping changes nothing here */
export interface VoucherLineTable {
  tenant_id: string
  voucher_id: string
  number: number
  account_code: string
  account_name: Json
  cost_centre_code: ColumnType<string | null, string | null | undefined, string | null>
  cost_centre_name: OptionalJson
  debit_fen: Generated<number>
  credit_fen: Generated<number>
}

/** What a line consists of: amounts of slips by item, on the line's side */
export interface VoucherPartTable {
  tenant_id: string
  voucher_id: string
  line: number
  number: number
  slip_id: string
  code: string
  unit_id: ColumnType<string | null, string | null | undefined, string | null>
  fen: number
}

/** What is known of a voucher in the other system; "sending" and "unknown" are looked up there before anything is sent again */
export interface VoucherSendingTable {
  tenant_id: string
  voucher_id: string
  state: string
  remote_number: ColumnType<string | null, string | null | undefined, string | null>
  message: Generated<string>
  attempts: Generated<number>
  asked_at: Instant
}
