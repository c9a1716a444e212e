import { announcementEndpoints } from './endpoints/announcements.ts'
import { answerEndpoints } from './endpoints/answers.ts'
import { archiveEndpoints } from './endpoints/archive.ts'
import { attachmentEndpoints } from './endpoints/attachments.ts'
import { catalogueProposalEndpoints } from './endpoints/catalogueProposals.ts'
import { catalogueVersionEndpoints } from './endpoints/catalogueVersions.ts'
import { cockpitEndpoints } from './endpoints/cockpit.ts'
import { contributionEndpoints } from './endpoints/contributions.ts'
import { dashboardEndpoints } from './endpoints/dashboards.ts'
import { editionFileEndpoints } from './endpoints/editionFiles.ts'
import { editionOutlineEndpoints } from './endpoints/editionOutlines.ts'
import { editionEndpoints } from './endpoints/editions.ts'
import { editionTextEndpoints } from './endpoints/editionTexts.ts'
import { eventEndpoints } from './endpoints/events.ts'
import { exportEndpoints } from './endpoints/exports.ts'
import { figureQuestionEndpoints } from './endpoints/figureQuestions.ts'
import { figureTraceEndpoints } from './endpoints/figureTrace.ts'
import { formEndpoints } from './endpoints/forms.ts'
import { liveUpdateEndpoints } from './endpoints/liveUpdates.ts'
import { nomenclatureEndpoints } from './endpoints/nomenclature.ts'
import { noticeEndpoints } from './endpoints/notices.ts'
import { officeEndpoints } from './endpoints/offices.ts'
import { openDataEndpoints } from './endpoints/openData.ts'
import { paperEndpoints } from './endpoints/papers.ts'
import { paperTemplateEndpoints } from './endpoints/paperTemplates.ts'
import { peopleEndpoints } from './endpoints/people.ts'
import { peopleImportEndpoints } from './endpoints/peopleImport.ts'
import { planEndpoints } from './endpoints/plan.ts'
import { reopeningEndpoints } from './endpoints/reopening.ts'
import { reorganisationEndpoints } from './endpoints/reorganisation.ts'
import { reviewEndpoints } from './endpoints/review.ts'
import { revisionEndpoints } from './endpoints/revisions.ts'
import { ruleSetEndpoints } from './endpoints/ruleSets.ts'
import { searchEndpoints } from './endpoints/search.ts'
import { secondFactorEndpoints } from './endpoints/secondFactor.ts'
import { secondingEndpoints } from './endpoints/secondings.ts'
import { sessionEndpoints } from './endpoints/session.ts'
import { signingEndpoints } from './endpoints/signing.ts'
import { submissionEndpoints } from './endpoints/submissions.ts'
import { systemEndpoints } from './endpoints/system.ts'
import { webhookEndpoints } from './endpoints/webhooks.ts'

/** Every route of the API under /api/v1, declared once: what it takes, gives, needs, and leaves in history. */
export const api = {
  ...sessionEndpoints,
  ...secondFactorEndpoints,
  ...officeEndpoints,
  ...reorganisationEndpoints,
  ...peopleEndpoints,
  ...peopleImportEndpoints,
  ...secondingEndpoints,
  ...planEndpoints,
  ...formEndpoints,
  ...catalogueVersionEndpoints,
  ...catalogueProposalEndpoints,
  ...ruleSetEndpoints,
  ...submissionEndpoints,
  ...dashboardEndpoints,
  ...figureTraceEndpoints,
  ...figureQuestionEndpoints,
  ...eventEndpoints,
  ...revisionEndpoints,
  ...paperEndpoints,
  ...signingEndpoints,
  ...paperTemplateEndpoints,
  ...exportEndpoints,
  ...answerEndpoints,
  ...liveUpdateEndpoints,
  ...noticeEndpoints,
  ...reviewEndpoints,
  ...reopeningEndpoints,
  ...attachmentEndpoints,
  ...contributionEndpoints,
  ...cockpitEndpoints,
  ...nomenclatureEndpoints,
  ...systemEndpoints,
  ...announcementEndpoints,
  ...archiveEndpoints,
  ...editionEndpoints,
  ...editionOutlineEndpoints,
  ...editionTextEndpoints,
  ...editionFileEndpoints,
  ...searchEndpoints,
  ...openDataEndpoints,
  ...webhookEndpoints,
}
export type Api = typeof api
export type Route = keyof Api

export * from './endpoint.ts'
export * from './faultsOf.ts'
export * from './problems.ts'
