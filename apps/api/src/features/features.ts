import { checkWhole, collect, type Handlers } from '#http/route.ts'
import { announcementHandlers } from './announcements/routes.ts'
import { answerHandlers } from './answers/routes.ts'
import { archiveHandlers } from './archive/routes.ts'
import { attachmentHandlers } from './attachments/routes.ts'
import { uploadHandlers } from './attachments/uploads/routes.ts'
import { auditHandlers } from './audit/routes.ts'
import { catalogueHandlers } from './catalogue/routes.ts'
import { cockpitHandlers } from './cockpit/routes.ts'
import { contributionHandlers } from './contributions/routes.ts'
import { dashboardHandlers } from './dashboards/routes.ts'
import { editionOutlineHandlers } from './editions/outlines/routes.ts'
import { editionHandlers } from './editions/routes.ts'
import { exportHandlers } from './exports/routes.ts'
import { figureHandlers } from './figures/routes.ts'
import { formHandlers } from './forms/routes.ts'
import { historyHandlers } from './history/routes.ts'
import { keyHandlers } from './keys/routes.ts'
import { liveUpdateHandlers } from './live-updates/routes.ts'
import { moveHandlers } from './moves/routes.ts'
import { nomenclatureHandlers } from './nomenclature/routes.ts'
import { noteHandlers } from './notes/routes.ts'
import { noticeHandlers } from './notices/routes.ts'
import { reorganisationHandlers } from './offices/reorganisation/routes.ts'
import { officeHandlers } from './offices/routes.ts'
import { openDataHandlers } from './open-data/routes.ts'
import { peopleHandlers } from './people/routes.ts'
import { planHandlers } from './plan/routes.ts'
import { questionHandlers } from './questions/routes.ts'
import { reopeningHandlers } from './reopening/routes.ts'
import { revisionHandlers } from './revisions/routes.ts'
import { paperTemplateHandlers } from './revisions/templates/routes.ts'
import { ruleSetHandlers } from './rule-sets/routes.ts'
import { searchHandlers } from './search/routes.ts'
import { secondingHandlers } from './secondings/routes.ts'
import { sessionHandlers } from './session/routes.ts'
import { secondFactorHandlers } from './session/second-factor/routes.ts'
import { settingsHandlers } from './settings/routes.ts'
import { submissionHandlers } from './submissions/routes.ts'
import { systemHandlers } from './system/routes.ts'
import { tickHandlers } from './ticks/routes.ts'
import { webhookHandlers } from './webhooks/routes.ts'

/** Every feature answers its routes of the contract. @throws where a route has no handler, or two */
export const features = (): Handlers => {
  const all = collect(
    sessionHandlers,
    secondFactorHandlers,
    officeHandlers,
    reorganisationHandlers,
    settingsHandlers,
    peopleHandlers,
    keyHandlers,
    secondingHandlers,
    planHandlers,
    catalogueHandlers,
    exportHandlers,
    figureHandlers,
    dashboardHandlers,
    formHandlers,
    ruleSetHandlers,
    answerHandlers,
    liveUpdateHandlers,
    submissionHandlers,
    revisionHandlers,
    noteHandlers,
    questionHandlers,
    tickHandlers,
    moveHandlers,
    reopeningHandlers,
    historyHandlers,
    auditHandlers,
    attachmentHandlers,
    uploadHandlers,
    contributionHandlers,
    cockpitHandlers,
    nomenclatureHandlers,
    systemHandlers,
    announcementHandlers,
    noticeHandlers,
    paperTemplateHandlers,
    archiveHandlers,
    editionHandlers,
    editionOutlineHandlers,
    searchHandlers,
    openDataHandlers,
    webhookHandlers,
  )
  checkWhole(all)
  return all
}
