import { editionKinds, type ReportType } from '@sepakat/rules'

const noMoreSteps = { signing: false, secondReview: false }
const moves: Record<ReportType, { signing: boolean; secondReview: boolean }> = {
  spm: noMoreSteps,
  lppd: noMoreSteps,
  sakip: noMoreSteps,
  lkpj: noMoreSteps,
}

/**
 * Settings that hold until an admin changes them. The plan is the Renstra's span; its sixth year is the transition year. Uploads in
 * MB: a report has room for two of the largest files for each of the 80 criteria of the LKE, a person attaches one for each in a day.
 */
export const defaultSettings = {
  region: { name: 'Kabupaten Nunukan', zone: 'Asia/Makassar' },
  contact: { name: 'Bagian Tata Pemerintahan, Sekretariat Daerah', whatsapp: '' },
  plan: { from: 2025, to: 2030 },
  moves,
  uploads: { report: 5000, personDay: 2500 },
  duties: { second: true },
  public: {
    on: false,
    licence: {
      name: 'Creative Commons Atribusi 4.0 Internasional (CC BY 4.0)',
      url: 'https://creativecommons.org/licenses/by/4.0/deed.id',
    },
    editions: [],
  },
  reminders: { before: [14, 7, 3, 1], after: [1, 7], every: 7, escalation: 14, digest: true },
  editions: { reviewed: Object.values(editionKinds).flatMap(({ type, reviewed }) => (reviewed ? [type] : [])) },
}
