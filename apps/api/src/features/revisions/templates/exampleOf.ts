import { newestVersion, publishedForm, type Queryable, readSettings } from '@sepakat/db'
import { type OfficialPaper, officialPaper } from '@sepakat/documents'
import type { PaperTemplate } from '@sepakat/rules'
import { examplePaper } from '@sepakat/rules/papers/examplePaper.ts'
import { defaultRuleSet } from '@sepakat/rules/rule-sets/defaultRuleSet.ts'
import { emblemOnPaper } from '#submissions/emblemOnPaper.ts'
import { kindOfPaper, namedPaper } from './namedPaper.ts'

const room = 'Contoh isian.'

/** A paper by a template, of a report with invented answers; null where there is no such paper. It carries the mark of a draft. */
export async function exampleOf(tx: Queryable, paper: string, template: PaperTemplate): Promise<OfficialPaper | null> {
  const named = namedPaper(paper)
  const form = named && kindOfPaper(named)
  if (!named || !form) return null
  const version = await newestVersion(tx, form.form)
  const published = version === null ? null : await publishedForm(tx, form.form, version)
  if (!published) return null
  const { region, contact } = await readSettings(tx)
  const office = 'Dinas Contoh'
  return officialPaper({
    kind: named.kind,
    template,
    emblem: await emblemOnPaper(tx),
    given: {
      ...examplePaper(form, published.catalogue, defaultRuleSet),
      region: region.name,
      office,
      reviewers: contact.name,
      place: region.name.replace(/^(Kabupaten|Kota) /, ''),
      head: { title: `Kepala ${office}`, name: 'Nama Pejabat', nip: null },
      day: '12 Januari 2026',
      submitted: { receipt: 'CONTOH-2026-000000', n: 1, at: 'Senin, 12 Januari 2026, 09.00', by: 'Nama Pengirim' },
      returned: {
        day: '12 Januari 2026',
        by: 'Nama Pemeriksa',
        answerBy: 'Senin, 19 Januari 2026, 23.59',
        notes: [{ place: 'Contoh isian', text: room }],
      },
    },
    letterhead: { region: region.name, office, address: 'Jalan Contoh Nomor 1' },
    title: `Contoh ${named.name}`,
    proof: null,
  })
}
