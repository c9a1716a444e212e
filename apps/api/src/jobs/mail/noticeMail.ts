import type { WaitingMail } from '@sepakat/db'
import { noticeState, noticeSubject } from '@sepakat/rules'
import { spelledDay } from '@sepakat/rules/periods/dates.ts'
import { noticeView } from '#submissions/noticeView.ts'
import type { Mail } from './createMailer.ts'

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, letter => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[letter] ?? letter)

type Shown = ReturnType<typeof noticeView>

/** Where the person goes on with a report: those who review to the review, those who file to the form. */
const pathOf = (kind: Shown['kind'], { submission }: Shown['lines'][number]): string => {
  if (submission === null) return '/laporan'
  return kind === 'digest' ? `/periksa/${submission}` : `/laporan/${submission}`
}

/** A notice as a message: the same words as text and as simple HTML. Its Message-ID is its own for ever. */
export const noticeMail = (
  { name, ...notice }: WaitingMail,
  address: string,
  { publicUrl, region }: { publicUrl: string; region: string },
): Mail => {
  const { id, kind, day, lines, count, late, asked } = noticeView(notice)
  const subject = noticeSubject(kind, { count, late })
  const reports = lines.map(line => ({
    name: `${line.title}, ${line.periodTitle}, ${line.office}`,
    state: noticeState(line, day),
    at: `${publicUrl}${pathOf(kind, line)}`,
  }))
  const words = asked ? `${asked.by} mengingatkan Anda${asked.message ? `: “${asked.message}”` : '.'}` : null
  const more = count > lines.length ? `dan ${count - lines.length} laporan lain, di ${publicUrl}/pemberitahuan` : null
  const intro = `Yth. ${name}, per ${spelledDay(day)}:`
  const choice = `Pesan ini dikirim otomatis oleh SEPAKAT ${region}. Anda dapat memilih pemberitahuan mana yang dikirim lewat surat elektronik di ${publicUrl}/akun`
  const text = [
    intro,
    ...(words ? [words] : []),
    ...reports.map(report => `- ${report.name}\n  ${report.state}\n  ${report.at}`),
    ...(more ? [more] : []),
    choice,
  ].join('\n\n')
  const item = (report: (typeof reports)[number]) =>
    `<li><p><a href="${escaped(report.at)}">${escaped(report.name)}</a><br>${escaped(report.state)}</p></li>`
  const paragraph = (words: string | null) => (words === null ? '' : `<p>${escaped(words)}</p>`)
  const html = `<!doctype html><html lang="id"><meta charset="utf-8"><title>${escaped(subject)}</title><body>${paragraph(intro)}${paragraph(words)}<ul>${reports.map(item).join('')}</ul>${paragraph(more)}<hr>${paragraph(choice)}</body></html>`
  return {
    to: { name, address },
    messageId: `<${id}@${new URL(publicUrl).hostname}>`,
    ...{ subject: `[SEPAKAT] ${subject}`, text, html },
  }
}
