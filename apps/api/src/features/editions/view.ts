import type { EditionFileRow, EditionRow, EditionSending, Named } from '@sepakat/db'
import { editionKinds, editionName, periodTitle } from '@sepakat/rules'

/** Who did it, on the wire. */
export const byView = ({ actor, name, title }: Named) => ({ actor, name, title })

export const editionLine = (edition: EditionRow) => {
  const { id, type, period, version, status, statusAt, statusBy, openedAt, openedBy, sha256 } = edition
  const kind = editionKinds[type]
  return {
    id,
    type,
    name: editionName(kind, period),
    title: kind.title,
    reportType: kind.reportType,
    period,
    periodTitle: periodTitle(period),
    version,
    status,
    statusAt: statusAt.toISOString(),
    statusBy: byView(statusBy),
    openedAt: openedAt.toISOString(),
    openedBy: byView(openedBy),
    sha256,
  }
}

export const editionFileView = (file: EditionFileRow) => {
  const { id, format, status, progress, draft, bytes, problem, signs, signedWith, orderedAt, orderedBy, doneAt } = file
  return {
    id,
    as: format,
    status,
    progress,
    draft,
    bytes,
    problem,
    signed: signs !== null && signedWith !== null ? { file: signs, with: signedWith } : null,
    orderedAt: orderedAt.toISOString(),
    orderedBy: byView(orderedBy),
    doneAt: doneAt?.toISOString() ?? null,
  }
}

export const sentView = ({ date, receipt, file, by, at }: EditionSending) => ({
  date,
  receipt,
  file,
  by: byView(by),
  at: at.toISOString(),
})
