import type { NoticeRow } from '@sepakat/db'
import { countLate, formTitle } from '@sepakat/rules'
import { titleOf } from './reportView.ts'

/** So many reports are shown of a notice; the rest is counted. */
const most = 50

/** A notice as it is sent, and as its mail is written from. */
export const noticeView = ({ id, kind, day, at, readAt, mail, lines, asked }: NoticeRow) => ({
  ...{ id, kind, day, mail, asked },
  at: at.toISOString(),
  readAt: readAt?.toISOString() ?? null,
  count: lines.length,
  late: countLate(lines, day),
  lines: lines
    .slice(0, most)
    .map(line => ({ ...line, title: formTitle(line.form), periodTitle: titleOf(line.period) })),
})
