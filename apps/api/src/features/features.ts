import { checkWhole, collect, type Handlers } from '../http/route.ts'
import { announcementHandlers } from './announcements/index.ts'
import { answerHandlers } from './answers/index.ts'
import { archiveHandlers } from './archive/index.ts'
import { attachmentHandlers } from './attachments/index.ts'
import { uploadHandlers } from './attachments/take-pieces.ts'
import { bellHandlers } from './bell/index.ts'
import { catalogueHandlers } from './catalogue/index.ts'
import { contributionHandlers } from './contributions/index.ts'
import { exportHandlers } from './exports/index.ts'
import { figureHandlers } from './figures/index.ts'
import { formHandlers } from './forms/index.ts'
import { historyHandlers } from './history/index.ts'
import { keyHandlers } from './keys/index.ts'
import { moveHandlers } from './moves/index.ts'
import { nomenclatureHandlers } from './nomenclature/index.ts'
import { noteHandlers } from './notes/index.ts'
import { tickHandlers } from './notes/ticks.ts'
import { officeHandlers } from './offices/index.ts'
import { reorganisationHandlers } from './offices/reorganisation.ts'
import { peopleHandlers } from './people/index.ts'
import { planHandlers } from './plan/index.ts'
import { reopeningHandlers } from './reopening/index.ts'
import { revisionHandlers } from './revisions/index.ts'
import { ruleSetHandlers } from './rule-sets/index.ts'
import { secondingHandlers } from './secondings/index.ts'
import { sessionHandlers } from './session/index.ts'
import { secondFactorHandlers } from './session/second-factor/index.ts'
import { settingsHandlers } from './settings/index.ts'
import { submissionHandlers } from './submissions/index.ts'
import { systemHandlers } from './system/index.ts'

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
    formHandlers,
    ruleSetHandlers,
    answerHandlers,
    bellHandlers,
    submissionHandlers,
    revisionHandlers,
    noteHandlers,
    tickHandlers,
    moveHandlers,
    reopeningHandlers,
    historyHandlers,
    attachmentHandlers,
    uploadHandlers,
    contributionHandlers,
    nomenclatureHandlers,
    systemHandlers,
    announcementHandlers,
    archiveHandlers,
  )
  checkWhole(all)
  return all
}
